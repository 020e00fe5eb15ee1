package cash.tuppence.checkout.docs;

import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;

/** {@code GET /api/v1/openapi.json}: what the API offers, for programs to read; it needs no token. */
public final class OpenApiServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;
    private static final int OK = 200;

    private final transient OpenApi document;

    public OpenApiServlet(Json json, OpenApi document) {
        super(json);
        this.document = document;
    }

    @Override
    protected Answer get(Call call) {
        return new Answer(OK, document.text(), false);
    }
}
