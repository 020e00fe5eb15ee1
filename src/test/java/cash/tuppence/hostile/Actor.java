package cash.tuppence.hostile;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Somebody with a browser.
 *
 * @param name of the demo's person, or {@link #VISITOR}
 * @param secrets what must not be shown to them
 */
record Actor(String name, TestBrowser browser, List<String> secrets, Inspector inspector) {
    static final String VISITOR = "visitor";

    /** A name and a value as they go into a form or a URL. */
    record Sent(String name, String encodedValue) {
        static Sent of(String name, String text) {
            return new Sent(name, Payload.encode(text));
        }
    }

    static Actor signedIn(TestServer server, String person, List<String> secrets, Inspector inspector) {
        return new Actor(person, server.signedIn(person), secrets, inspector);
    }

    Reply get(String path, List<Sent> query, String note) {
        String url = query.isEmpty() ? path : path + "?" + encoded(query);
        return judged("GET", path, note, browser.request(url).GET());
    }

    Reply post(String path, List<Sent> fields, String note) {
        HttpRequest.Builder request = browser.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
        return judged("POST", path, note, request);
    }

    Reply upload(String path, List<Sent> fields, String file, Upload upload, String note) {
        HttpRequest.Builder request = browser.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + Upload.BOUNDARY)
                .POST(BodyPublishers.ofByteArray(upload.body(fields, file)));
        return judged("POST", path, note, request);
    }

    Reply send(String method, String path, HttpRequest.Builder request, String note) {
        return judged(method, path, note, request);
    }

    private Reply judged(String method, String path, String note, HttpRequest.Builder request) {
        String what = "%s %s by %s%s".formatted(method, path, name, note.isEmpty() ? "" : " with " + note);
        Reply reply = answer(request);
        inspector.judge(what, decoded(path), reply, secrets);
        return reply;
    }

    /** A connection that the server closed while it was kept for later costs one more try. */
    private Reply answer(HttpRequest.Builder request) {
        try {
            return browser.send(request);
        } catch (UncheckedIOException closed) {
            return browser.send(request);
        }
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(List<Sent> fields) {
        return fields.stream()
                .map(field -> Payload.encode(field.name()) + "=" + field.encodedValue())
                .collect(Collectors.joining("&"));
    }
}
