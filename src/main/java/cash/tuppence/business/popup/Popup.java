package cash.tuppence.business.popup;

import cash.tuppence.web.json.Json;
import cash.tuppence.web.page.Page;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A window that a shop's page opened.
 *
 * @param opener the origin of that page, registered by the business
 * @param nonce by which that page knows which click it hears of
 */
public record Popup(String opener, String nonce) {
    static final String OPENER = "opener";
    static final String NONCE = "nonce";

    private static final Json JSON = new Json();

    /** Our own path, such that the page there stands in this window, too. */
    public String appendTo(String path) {
        return path + (path.contains("?") ? "&" : "?") + OPENER + "=" + encode(opener) + "&" + NONCE + "="
                + encode(nonce);
    }

    /** Lets a page's forms, and signing in from there, come back in this window. */
    public void putInto(Map<String, Object> model) {
        Map<String, String> hidden = new LinkedHashMap<>();
        if (model.get("hidden") instanceof Map<?, ?> others) {
            others.forEach((name, value) -> hidden.put((String) name, (String) value));
        }
        hidden.put(OPENER, opener);
        hidden.put(NONCE, nonce);
        model.put("hidden", hidden);
        model.put("popup", this);
        model.computeIfPresent("next", (name, path) -> appendTo((String) path));
    }

    /**
     * In place of leading back: the shop's page is told, and closes the window. Where that page is gone, the payer goes on
     * to the address all the same.
     *
     * @param told {@code checkout} or {@code transfer}, {@code state}, and {@code url}: the signed way back, if there is one
     */
    public void leave(Page page, Map<String, String> told) throws IOException {
        Map<String, Object> detail = new HashMap<>(told);
        detail.putIfAbsent("checkout", null);
        page.response().setHeader("Cache-Control", "no-store");
        page.render(
                "business/popup",
                Map.of(
                        "opener", opener,
                        "nonce", nonce,
                        "detail", JSON.write(detail),
                        "state", told.get("state"),
                        "url", told.getOrDefault("url", "")));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
