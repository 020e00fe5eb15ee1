package cash.tuppence.web.json;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.RouteMatch;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** One call by a program. */
public final class Call {
    private static final int MOST_LIST = 100;
    private static final int DEFAULT_LIST = 20;

    private final Json json;
    private final HttpServletRequest request;
    private final int mostBytes;
    private byte[] body = null;

    Call(Json json, HttpServletRequest request, int mostBytes) {
        this.json = json;
        this.request = request;
        this.mostBytes = mostBytes;
    }

    public HttpServletRequest request() {
        return request;
    }

    /** What a variable of the route's pattern stood for. */
    public String variable(String name) {
        return RouteMatch.of(request)
                .map(match -> match.variables().get(name))
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    /**
     * The parameter of that name, where there is one.
     *
     * @throws Refusal where its bytes are no text
     */
    public Optional<String> parameter(String name) {
        try {
            return Optional.ofNullable(request.getParameter(name));
        } catch (IllegalStateException unreadable) {
            throw new Refusal(Reason.BAD_REQUEST);
        }
    }

    /** How many items of a list are asked for: 1 to 100, 20 unless said otherwise. */
    public int limit() {
        String given = parameter("limit").orElse("" + DEFAULT_LIST);
        if (!given.matches("[1-9][0-9]?|100")) {
            throw new Refusal(Reason.INVALID).on("limit");
        }
        return Math.min(MOST_LIST, Integer.parseInt(given));
    }

    /**
     * Where in a list to go on; empty at its start.
     *
     * @param reading refuses what is no cursor
     */
    public <T> Optional<T> cursor(Function<String, T> reading) {
        try {
            return parameter("cursor").map(reading);
        } catch (Refusal refusal) {
            throw refusal.on("cursor");
        }
    }

    /** The body as it was sent. */
    public byte[] body() throws IOException {
        if (body == null) {
            body = readBody();
        }
        return body.clone();
    }

    /**
     * The body, read as that record. Members that were not sent are null.
     *
     * @throws Refusal where it cannot be
     */
    public <T> T body(Class<T> type) throws IOException {
        byte[] sent = body();
        if (sent.length == 0) {
            return json.read(new byte[] {'{', '}'}, type);
        }
        String contentType = request.getContentType();
        if (contentType == null || !contentType.strip().toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new Refusal(Reason.NOT_JSON);
        }
        return json.read(sent, type);
    }

    private byte[] readBody() throws IOException {
        if (request.getContentLengthLong() > mostBytes) {
            throw new Refusal(Reason.BODY_TOO_LARGE);
        }
        byte[] read = request.getInputStream().readNBytes(mostBytes + 1);
        if (read.length > mostBytes) {
            throw new Refusal(Reason.BODY_TOO_LARGE);
        }
        return read;
    }

    /** 200 with that body. */
    public Answer ok(Object value) {
        return new Answer(200, json.write(value), false);
    }

    /** 201 with what was made. */
    public Answer created(Object value) {
        return new Answer(201, json.write(value), false);
    }
}
