package cash.tuppence.web.page;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Tokens;
import cash.tuppence.web.ClientAddresses;
import cash.tuppence.web.Formats;
import cash.tuppence.web.Messages;
import cash.tuppence.web.Urls;
import cash.tuppence.web.guard.Csrf;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.thymeleaf.context.LazyContextVariable;

/**
 * What all pages share. Besides what a page brings itself, every template knows {@code viewer} (whoever is signed in, or
 * null), {@code business} (for which they act, or null), {@code sections} (of settings, or null), {@code csrf}, {@code once}, {@code path}, {@code form} (what was typed) and {@code errors} (field to text).
 */
public final class Pages {
    /** The request attribute under which whoever is signed in is known. */
    public static final String VIEWER = "viewer";

    /** The request attribute under which the business is known whose page it is. */
    public static final String BUSINESS = "business";

    /** The request attribute under which the way around a member's settings is known, on their pages. */
    public static final String SECTIONS = "sections";

    private static final int ONCE_CHARACTERS = 22;

    private final Templates templates;
    private final Messages messages;
    private final Urls urls;
    private final Csrf csrf;
    private final ClientAddresses addresses;
    private final boolean mailbox;

    /**
     * @param mailbox whether there is a page that shows what would have been mailed
     */
    public Pages(
            Templates templates, Messages messages, Urls urls, Csrf csrf, ClientAddresses addresses, boolean mailbox) {
        this.templates = templates;
        this.messages = messages;
        this.urls = urls;
        this.csrf = csrf;
        this.addresses = addresses;
        this.mailbox = mailbox;
    }

    public Urls urls() {
        return urls;
    }

    public Messages messages() {
        return messages;
    }

    public ClientAddresses addresses() {
        return addresses;
    }

    /** Renders whole and only then answers, so that a fault in a template never leaves half a page. */
    public void render(
            HttpServletRequest request, HttpServletResponse response, int status, String template, Map<String, ?> model)
            throws IOException {
        StringWriter html = new StringWriter();
        templates.render(template, all(request, response, model), request, response, html);
        byte[] body = html.toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        // Whoever goes back in the browser sees what is true now, and nobody sees it after signing out.
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Map<String, Object> all(HttpServletRequest request, HttpServletResponse response, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>();
        all.put("form", Map.of());
        all.put("errors", Map.of());
        all.put("mailbox", mailbox);
        all.put("path", request.getServletPath());
        all.put(VIEWER, request.getAttribute(VIEWER));
        all.put(BUSINESS, request.getAttribute(BUSINESS));
        all.put(SECTIONS, request.getAttribute(SECTIONS));
        all.put("csrf", lazy(() -> csrf.token(request, response)));
        all.put("once", lazy(() -> Tokens.random(ONCE_CHARACTERS)));
        all.putAll(model);
        return all;
    }

    private static LazyContextVariable<String> lazy(Supplier<String> value) {
        return new LazyContextVariable<>() {
            @Override
            protected String loadValue() {
                return value.get();
            }
        };
    }

    Map<String, Object> withForm(Map<String, ?> model, Form form, Locale reader) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("form", form.shownAgain());
        all.put("errors", form.faults().texts(messages, reader));
        return all;
    }

    /** Says in a header what a refusal wants said there. */
    public void headersOf(Refusal refusal, HttpServletResponse response) {
        if (refusal.reason() == Reason.RATE_LIMITED) {
            response.setHeader("Retry-After", refusal.arguments().get(0).toString());
        } else if (refusal.reason().status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "1");
        }
    }

    public String text(Refusal refusal, HttpServletRequest request) {
        return messages.text(refusal, Formats.locale(request));
    }
}
