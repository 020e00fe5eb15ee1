package cash.tuppence.webhook.delivery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of what an event tells. All our objects begin with their id, so that reading the whole of one is not needed for it. */
final class ObjectId {
    private static final Pattern AT_THE_START = Pattern.compile("\\A\\{\"id\":\"([a-z]{1,8}_[0-9A-Za-z]{1,48})\"");

    private ObjectId() {}

    /** Empty where it has none. */
    static String in(String data) {
        Matcher found = AT_THE_START.matcher(data);
        return found.find() ? found.group(1) : "";
    }
}
