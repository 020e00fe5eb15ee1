package cash.tuppence.web;

import cash.tuppence.core.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator's log of those refusals that may be somebody trying the doors. */
public final class RefusalLog {
    /** What happens at the doors has a log of its own name. */
    public static final String NAME = "cash.tuppence.security";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);
    private static final Set<Reason> WATCHED = EnumSet.of(
            Reason.FORBIDDEN,
            Reason.FORM_STALE,
            Reason.UNAUTHORIZED,
            Reason.RATE_LIMITED,
            Reason.PASSWORD_WRONG,
            Reason.CODE_WRONG,
            Reason.PASSKEY_REFUSED);

    private RefusalLog() {}

    /**
     * Notes it, where it is one of these. The query is left out: it may hold what is nobody's business.
     *
     * @param address the client's
     */
    public static void note(HttpServletRequest request, String address, Reason reason) {
        if (WATCHED.contains(reason)) {
            LOG.info("refused {}: {} {} from {}", reason, request.getMethod(), RouteMatch.loggable(request), address);
        }
    }
}
