package cash.tuppence.app.launch;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Answers what the container refuses before our own error pages can, such as a line that is no HTTP. It tells no
 * versions and no stack, and browsers are as strict with it as with every answer of ours.
 */
public final class SilentErrors extends ErrorReportValve {
    private static final String POLICY = "Content-Security-Policy";

    public SilentErrors() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (response.getHeader(POLICY) == null) {
            response.setHeader(POLICY, "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "no-referrer");
        }
        super.report(request, response, thrown);
    }
}
