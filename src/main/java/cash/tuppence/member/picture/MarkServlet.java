package cash.tuppence.member.picture;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** <code>/@{handle}/mark.png</code>: a picture. Under its version's URL it is kept for good. */
public final class MarkServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String FOR_A_WHILE = "public, max-age=300";

    private final transient Pictures pictures;

    public MarkServlet(Pages pages, Pictures pictures) {
        super(pages);
        this.pictures = pictures;
    }

    @Override
    protected void get(Page page) throws IOException {
        PictureRow mark = pictures.find(page.variable("handle")).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        String version = Pictures.text(mark.version());
        HttpServletResponse response = page.response();
        response.setHeader("ETag", "\"" + version + "\"");
        response.setHeader("Cache-Control", page.parameter("v").equals(version) ? FOR_GOOD : FOR_A_WHILE);
        String known = page.request().getHeader("If-None-Match");
        if (known != null && known.contains(version)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("image/png");
        response.setContentLength(mark.png().length);
        response.getOutputStream().write(mark.png());
    }
}
