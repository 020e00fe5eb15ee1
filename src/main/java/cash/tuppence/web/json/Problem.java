package cash.tuppence.web.json;

import cash.tuppence.core.Refusal;
import cash.tuppence.web.Messages;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/**
 * A problem document (RFC 9457).
 *
 * @param code the stable name that programs go by
 * @param errors what is wrong with which member of the body
 * @param incident names an unexpected failure in our log
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String code, String detail, List<FieldError> errors, String incident) {
    private static final String NO_TYPE = "about:blank";
    private static final int INTERNAL_SERVER_ERROR = 500;

    /** What is wrong with one member of the body, named as {@code amount.currency}. */
    public record FieldError(String field, String message) {}

    public static Problem of(List<Refusal> refusals, Messages messages, Locale reader) {
        Refusal first = refusals.get(0);
        int status = first.reason().status();
        List<FieldError> errors = refusals.stream()
                .filter(refusal -> refusal.field().isPresent())
                .map(refusal -> new FieldError(refusal.field().get(), messages.text(refusal, reader)))
                .toList();
        return new Problem(
                NO_TYPE, title(status), status, first.reason().code(), messages.text(first, reader), errors, "");
    }

    public static Problem incident(String text, String incident) {
        return new Problem(
                NO_TYPE,
                title(INTERNAL_SERVER_ERROR),
                INTERNAL_SERVER_ERROR,
                "internal_error",
                text,
                List.of(),
                incident);
    }

    /** With {@code about:blank} as its type, a problem's title is its status's (RFC 9457, 4.2.1). */
    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }
}
