package cash.tuppence.app.load;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server said.
 *
 * @param retryAfterSeconds how long it asks to be left alone; 0 where it does not say
 * @param replayed whether it had said so before, under the same key
 */
record Answered(int status, String body, long retryAfterSeconds, boolean replayed) {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    boolean isDone() {
        return status == OK || status == CREATED;
    }

    /** Whether the same request may be answered otherwise in a while. */
    boolean isPassing() {
        return status >= FIRST_SERVER_ERROR
                || status == TOO_MANY
                || (status == CONFLICT && code().equals("idempotency_in_progress"));
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** The problem's stable code, or the status where there is none. */
    String code() {
        try {
            JsonNode code = json().path("code");
            return code.isString() ? code.asString() : "status " + status;
        } catch (JacksonException e) {
            return "status " + status;
        }
    }
}
