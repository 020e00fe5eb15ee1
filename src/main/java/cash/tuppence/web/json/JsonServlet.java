package cash.tuppence.web.json;

import cash.tuppence.core.Futures;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.Allowed;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

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

    /** As {@link #post}, for what has to be waited for: no thread does so meanwhile. */
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        return CompletableFuture.completedFuture(post(call));
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
        Optional<Answer> awaited = Later.of(request);
        if (awaited.isPresent()) {
            json.send(response, awaited.get());
            return;
        }
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        if (!allowed.contains(method)) {
            response.setHeader("Allow", String.join(", ", allowed));
            throw new Refusal(Reason.METHOD_NOT_ALLOWED);
        }
        Call call = new Call(json, request, mostBytes());
        if (method.equals("POST")) {
            sendOrAwait(request, response, postLater(call));
        } else {
            json.send(response, answer(method, call));
        }
    }

    private void sendOrAwait(HttpServletRequest request, HttpServletResponse response, CompletableFuture<Answer> answer)
            throws IOException {
        if (answer.isDone()) {
            json.send(response, Futures.await(answer));
        } else {
            Later.await(request, answer);
        }
    }

    private Answer answer(String method, Call call) throws IOException {
        return switch (method) {
            case "GET" -> get(call);
            case "PATCH" -> patch(call);
            default -> delete(call);
        };
    }
}
