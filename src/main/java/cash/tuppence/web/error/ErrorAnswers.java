package cash.tuppence.web.error;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Tokens;
import cash.tuppence.web.Access;
import cash.tuppence.web.Faults;
import cash.tuppence.web.Formats;
import cash.tuppence.web.RefusalLog;
import cash.tuppence.web.RouteMatch;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.Problem;
import cash.tuppence.web.page.Pages;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with what went wrong: programs get a problem document (RFC 9457), people a page. */
public final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final int INCIDENT_CHARACTERS = 10;

    private final Pages pages;
    private final Json json;
    private final Function<Throwable, Optional<Refusal>> meanings;

    /**
     * @param meanings what exceptions of the layers below mean to whoever asked, such as one that says we are overloaded
     */
    public ErrorAnswers(Pages pages, Json json, Function<Throwable, Optional<Refusal>> meanings) {
        this.pages = pages;
        this.json = json;
        this.meanings = meanings;
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, List<Refusal> refusals) throws IOException {
        Refusal first = refusals.get(0);
        RefusalLog.note(request, pages.addresses().of(request), first.reason());
        pages.headersOf(first, response);
        if (isCall(request)) {
            if (first.reason() == Reason.UNAUTHORIZED) {
                response.setHeader("WWW-Authenticate", "Bearer");
            }
            json.write(response, Problem.of(refusals, pages.messages(), Formats.locale(request)));
        } else {
            showPage(request, response, first.reason().status(), first.reason().name(), pages.text(first, request), "");
        }
    }

    void fail(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        Optional<Refusal> meaning = meanings.apply(failure);
        if (meaning.isPresent()) {
            refuse(request, response, List.of(meaning.get()));
            return;
        }
        answerIncident(
                request, response, noteIncident(failure, request.getMethod() + " " + RouteMatch.loggable(request)));
    }

    /**
     * What went wrong with a part of a call, as a problem document of its own.
     *
     * @param place names the part in the log, where it is an incident
     */
    public Problem problem(Throwable failure, String place, Locale reader) {
        if (failure instanceof Faults.Found found) {
            return Problem.of(found.refusals(), pages.messages(), reader);
        }
        Optional<Refusal> meaning = failure instanceof Refusal refusal ? Optional.of(refusal) : meanings.apply(failure);
        return meaning.map(refusal -> Problem.of(List.of(refusal), pages.messages(), reader))
                .orElseGet(() -> incident(noteIncident(failure, place), reader));
    }

    private static String noteIncident(Throwable failure, String place) {
        String incident = Tokens.random(INCIDENT_CHARACTERS).toUpperCase(Locale.ROOT);
        LOG.error("incident {} at {}", incident, place, failure);
        return incident;
    }

    private Problem incident(String incident, Locale reader) {
        return Problem.incident(incidentText(incident, reader), incident);
    }

    private String incidentText(String incident, Locale reader) {
        return pages.messages()
                .find("error.incident", List.of(incident), reader)
                .orElse(incident);
    }

    private void answerIncident(HttpServletRequest request, HttpServletResponse response, String incident)
            throws IOException {
        Locale reader = Formats.locale(request);
        if (isCall(request)) {
            json.write(response, incident(incident, reader));
            return;
        }
        String text = incidentText(incident, reader);
        try {
            showPage(request, response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "INCIDENT", text, incident);
        } catch (RuntimeException broken) {
            LOG.error("the error page itself failed in incident {}", incident, broken);
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(text);
        }
    }

    private void showPage(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String name,
            String text,
            String incident)
            throws IOException {
        String title = pages.messages()
                .find("error.title." + name, List.of(), Formats.locale(request))
                .orElse("This did not work");
        Map<String, Object> model = new HashMap<>(Map.of("status", status, "title", title, "text", text));
        if (!incident.isEmpty()) {
            model.put("incident", incident);
        }
        pages.render(request, response, status, "error", model);
    }

    /** Where the container refused it, the request is for our error page by now. */
    private static boolean isCall(HttpServletRequest request) {
        String asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
        return asked.startsWith(request.getContextPath() + "/api/")
                || RouteMatch.of(request)
                        .filter(match -> match.route().access() == Access.API)
                        .isPresent();
    }
}
