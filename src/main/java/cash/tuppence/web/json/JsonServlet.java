package cash.tuppence.web.json;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.Allowed;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** The base of every call of the API. It answers the methods that it overrides, and no other. */
public abstract class JsonServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 64 * 1024;

    private final transient Json json;
    private final transient List<String> allowed =
            Allowed.by(getClass(), JsonServlet.class, List.of("get", "post", "patch", "delete"));

    protected JsonServlet(Json json) {
        this.json = json;
    }

    protected Answer get(Call call) throws IOException {
        throw new Refusal(Reason.METHOD_NOT_ALLOWED);
    }

    protected Answer post(Call call) throws IOException {
        throw new Refusal(Reason.METHOD_NOT_ALLOWED);
    }

    protected Answer patch(Call call) throws IOException {
        throw new Refusal(Reason.METHOD_NOT_ALLOWED);
    }

    protected Answer delete(Call call) throws IOException {
        throw new Refusal(Reason.METHOD_NOT_ALLOWED);
    }

    /** The largest body that is read. */
    protected int mostBytes() {
        return MOST_BYTES;
    }

    protected final Json json() {
        return json;
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        if (!allowed.contains(method)) {
            response.setHeader("Allow", String.join(", ", allowed));
            throw new Refusal(Reason.METHOD_NOT_ALLOWED);
        }
        json.send(response, answer(method, new Call(json, request, mostBytes())));
    }

    private Answer answer(String method, Call call) throws IOException {
        return switch (method) {
            case "GET" -> get(call);
            case "POST" -> post(call);
            case "PATCH" -> patch(call);
            default -> delete(call);
        };
    }
}
