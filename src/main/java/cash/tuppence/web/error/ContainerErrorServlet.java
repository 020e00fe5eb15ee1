package cash.tuppence.web.error;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Where the container itself refuses or fails, it forwards here, so that nobody ever meets its own page. */
public final class ContainerErrorServlet extends HttpServlet {
    /** Named in {@code web.xml}; no route of ours. */
    public static final String PATH = "/_error";

    private static final long serialVersionUID = 1L;

    private final transient ErrorAnswers answers;

    public ContainerErrorServlet(ErrorAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof Throwable thrown) {
            answers.fail(request, response, thrown);
        } else {
            answers.refuse(request, response, List.of(new Refusal(reason(status))));
        }
    }

    private static Reason reason(Object status) {
        if (status instanceof Integer code) {
            return switch (code) {
                case 400 -> Reason.BAD_REQUEST;
                case 401 -> Reason.UNAUTHORIZED;
                case 403 -> Reason.FORBIDDEN;
                case 405, 501 -> Reason.METHOD_NOT_ALLOWED;
                case 413 -> Reason.BODY_TOO_LARGE;
                case 503 -> Reason.OVERLOADED;
                default -> code < 500 ? Reason.NOT_FOUND : Reason.OVERLOADED;
            };
        }
        return Reason.NOT_FOUND;
    }
}
