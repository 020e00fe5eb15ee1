package cash.tuppence.web.file;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code npm install https://HOST/plugin/v1/tuppence.tgz}: a store's package comes from its own Tuppence. */
public final class NpmPackageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient StaticFile file = NpmPackage.load();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        file.send(request, response, "public, max-age=300, must-revalidate");
    }
}
