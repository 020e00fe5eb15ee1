package cash.tuppence.web.error;

import cash.tuppence.core.Refusal;
import cash.tuppence.web.Faults;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Turns what was thrown into an answer: expected refusals with their own status, everything else as an incident. */
public final class ErrorFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient ErrorAnswers answers;

    public ErrorFilter(ErrorAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException thrown) {
            answer(request, response, thrown);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception thrown)
            throws IOException, ServletException {
        Throwable cause = unwrapped(thrown);
        if (response.isCommitted() || cause instanceof IOException) {
            // The client is gone, or has half an answer: all that is left is to end the connection.
            rethrow(thrown);
        }
        response.resetBuffer();
        if (cause instanceof Refusal refusal) {
            answers.refuse(request, response, List.of(refusal));
        } else if (cause instanceof Faults.Found found) {
            answers.refuse(request, response, found.refusals());
        } else {
            answers.fail(request, response, cause);
        }
    }

    /** Filters on the way wrap what they did not expect. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof ServletException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static void rethrow(Exception thrown) throws IOException, ServletException {
        if (thrown instanceof IOException e) {
            throw e;
        }
        if (thrown instanceof ServletException e) {
            throw e;
        }
        throw (RuntimeException) thrown;
    }
}
