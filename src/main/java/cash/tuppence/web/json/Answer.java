package cash.tuppence.web.json;

/**
 * The answer to a call.
 *
 * @param json the body, already written, so that it can be kept and given again to the letter
 * @param replayed whether it was given before
 */
public record Answer(int status, String json, boolean replayed) {
    public Answer replay() {
        return new Answer(status, json, true);
    }
}
