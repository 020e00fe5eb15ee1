package cash.tuppence.web.page;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.ClientAddresses;
import cash.tuppence.web.Formats;
import cash.tuppence.web.LocalPath;
import cash.tuppence.web.RefusalLog;
import cash.tuppence.web.RouteMatch;
import cash.tuppence.web.guard.ContentPolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request for a page, and its answer. */
public final class Page {
    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Page(Pages pages, HttpServletRequest request, HttpServletResponse response) {
        this.pages = pages;
        this.request = request;
        this.response = response;
    }

    public HttpServletRequest request() {
        return request;
    }

    public HttpServletResponse response() {
        return response;
    }

    public Locale locale() {
        return Formats.locale(request);
    }

    /** The client's address. */
    public String address() {
        return pages.addresses().of(request);
    }

    /** The network that the client's address lies in, as far as one household or office has it to itself. */
    public String network() {
        return ClientAddresses.network(address());
    }

    /** What a variable of the route's pattern stood for. */
    public String variable(String name) {
        return RouteMatch.of(request)
                .map(match -> match.variables().get(name))
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    /** The parameter of that name, or empty text. */
    public String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** Where to go on to afterwards, where that was asked for and is a path of ours. */
    public Optional<String> next() {
        return LocalPath.of(parameter("next"));
    }

    public Form form() {
        return new Form(request);
    }

    /** Answers a script of ours. */
    public void json(String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    public void render(String template, Map<String, ?> model) throws IOException {
        render(HttpServletResponse.SC_OK, template, model);
    }

    public void render(int status, String template, Map<String, ?> model) throws IOException {
        pages.render(request, response, status, template, model);
    }

    /** Shows a form with what was typed, where that came from a link, and without faults. */
    public void render(String template, Map<String, ?> model, Form form) throws IOException {
        render(HttpServletResponse.SC_OK, template, pages.withForm(model, form, locale()));
    }

    /** Shows a form again with its faults and what was typed: status 422. */
    public void again(String template, Map<String, ?> model, Form form) throws IOException {
        render(UNPROCESSABLE, template, pages.withForm(model, form, locale()));
    }

    /** Shows a form again because of one refusal: with the refusal's own status. */
    public void again(String template, Map<String, ?> model, Form form, Refusal refusal) throws IOException {
        RefusalLog.note(request, address(), refusal.reason());
        form.faults().add(refusal);
        pages.headersOf(refusal, response);
        render(refusal.reason().status(), template, pages.withForm(model, form, locale()));
    }

    /**
     * After a POST: 303 to a page of ours.
     *
     * @param path below the context path
     */
    public void redirect(String path) {
        redirectOutside(pages.urls().local(path));
    }

    /** 303 to any address. The caller has made sure that it may be led to. */
    public void redirectOutside(String url) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", url);
        response.setHeader("Cache-Control", "no-store");
    }

    /**
     * Lets the forms of this page lead on to other places than our own: Chromium checks {@code form-action} at every
     * hop after a form was sent.
     *
     * @param sources as CSP writes them: {@code https:} or an origin
     */
    public void allowFormTargets(String... sources) {
        ContentPolicy.allowFormTargets(response, sources);
    }
}
