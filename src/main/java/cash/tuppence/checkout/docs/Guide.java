package cash.tuppence.checkout.docs;

import cash.tuppence.web.Urls;
import cash.tuppence.web.file.Widget;
import java.util.Map;
import java.util.Optional;

/** What {@code docs/index} shows: its commands are files, so that a test can run them as they stand on the page. */
public final class Guide {
    private final Urls urls;
    private final Optional<Widget> widget;
    private final Example example;

    public Guide(Urls urls, Optional<Widget> widget, Example example) {
        this.urls = urls;
        this.widget = widget;
        this.example = example;
    }

    public Map<String, Object> model() {
        Snippet snippet = new Snippet(urls, widget);
        return Map.of(
                "baseUrl", urls.absolute(""),
                "snippet", snippet.html(),
                "gift", snippet.gift(),
                "pinned", snippet.pinned().orElse(""),
                "create", commands("create.sh"),
                "read", commands("read.sh"),
                "back", commands("return.sh"),
                "callback", commands("callback.sh"));
    }

    private String commands(String file) {
        return DocFile.load(file)
                .replace("@TUPPENCE@", urls.absolute(""))
                .replace("@SHOP@", example.shopUrl())
                .replace("@KEY@", example.key())
                .replace("@REDIRECT_SECRET@", example.redirectSecret())
                .replace("@CALLBACK_SECRET@", example.callbackSecret())
                .strip();
    }
}
