package cash.tuppence.member;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Pages;
import jakarta.servlet.ServletRequest;
import java.io.Serializable;
import java.util.Optional;

/**
 * Whoever is signed in.
 *
 * @param operator whether the back office is open to them
 */
public record Viewer(long memberId, long profileId, String name, String handle, boolean operator)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whoever sent this request, where they are signed in. */
    public static Optional<Viewer> of(ServletRequest request) {
        return Optional.ofNullable((Viewer) request.getAttribute(Pages.VIEWER));
    }

    /** Whoever sent this request, on a page that is for members only. */
    public static Viewer required(ServletRequest request) {
        return of(request).orElseThrow(() -> new Refusal(Reason.FORBIDDEN));
    }
}
