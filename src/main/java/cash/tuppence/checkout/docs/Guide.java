package cash.tuppence.checkout.docs;

import cash.tuppence.web.Messages;
import cash.tuppence.web.Urls;
import cash.tuppence.web.file.Widget;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** What {@code docs/index} shows: its commands are files, so that a test can run them as they stand on the page. */
public final class Guide {
    private static final int USUAL_PORT = 8081;

    private final Urls urls;
    private final Optional<Widget> widget;
    private final Example example;
    private final Messages messages;

    public Guide(Urls urls, Optional<Widget> widget, Example example, Messages messages) {
        this.urls = urls;
        this.widget = widget;
        this.example = example;
        this.messages = messages;
    }

    public Map<String, Object> model() {
        Snippet snippet = new Snippet(urls, widget);
        return Map.ofEntries(
                Map.entry("baseUrl", urls.absolute("")),
                Map.entry("snippet", snippet.html()),
                Map.entry("gift", snippet.gift()),
                Map.entry("pinned", snippet.pinned().orElse("")),
                Map.entry("create", commands("create.sh")),
                Map.entry("read", commands("read.sh")),
                Map.entry("back", commands("return.sh")),
                Map.entry("callback", commands("callback.sh")),
                Map.entry("first", commands("shops/first.js")),
                Map.entry("shops", ShopCode.all(this::filled)),
                Map.entry("problems", ProblemCode.all(messages)),
                Map.entry("shopUrl", example.shopUrl()),
                Map.entry("demo", !example.equals(Example.ANY)));
    }

    private String commands(String file) {
        return filled(DocFile.load(file)).strip();
    }

    private String filled(String text) {
        return text.replace("@TUPPENCE@", urls.absolute(""))
                .replace("@SHOP@", example.shopUrl())
                .replace("@PORT@", Integer.toString(port()))
                .replace("@KEY@", example.key())
                .replace("@REDIRECT_SECRET@", example.redirectSecret())
                .replace("@TEST_KEY@", example.testKey())
                .replace("@TEST_REDIRECT_SECRET@", example.testRedirectSecret())
                .replace("@CALLBACK_SECRET@", example.callbackSecret());
    }

    private int port() {
        int port = URI.create(example.shopUrl()).getPort();
        return port < 0 ? USUAL_PORT : port;
    }
}
