package cash.tuppence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a browser without JavaScript does: keeps cookies, gets pages, fills in forms with their hidden fields. It follows
 * no redirects, so that tests see them.
 */
public final class TestBrowser {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String baseUrl;

    public TestBrowser(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** Opens the page at that path and sends its form, with its hidden fields, to the same path. */
    public Reply post(String path, Map<String, String> fields) {
        return post(path, path, fields);
    }

    /** Opens a page and sends what is filled in, with the page's hidden fields, to another path. */
    public Reply post(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(get(page).hiddenFields());
        all.putAll(fields);
        return postOnly(path, all);
    }

    /** Sends exactly these fields, whatever any page says. */
    public Reply postOnly(String path, Map<String, String> fields) {
        return send(form(path, fields));
    }

    /** What {@link #postOnly} sends, for tests that change something about it. */
    public HttpRequest.Builder form(String path, Map<String, String> fields) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(fields)));
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public HttpRequest.Builder request(String path) {
        String url = path.startsWith("http") ? path : baseUrl + path;
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
    }

    public Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** As if the browser had been given this cookie before. */
    public void plant(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        // What the cookie manager makes of a host without a dot.
        cookie.setDomain("localhost.local");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(baseUrl), cookie);
    }

    /** The cookies of this one, at another server. */
    public TestBrowser at(TestServer server) {
        TestBrowser moved = new TestBrowser(server.baseUrl());
        cookies().forEach(cookie -> moved.plant(cookie.getName(), cookie.getValue()));
        return moved;
    }
}
