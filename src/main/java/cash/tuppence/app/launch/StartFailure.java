package cash.tuppence.app.launch;

import cash.tuppence.app.ServerSignals;
import java.util.Optional;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleListener;

/**
 * Remembers why a web application did not start. It leaves that in its context, which Tomcat stops and empties before
 * anybody else can look.
 */
public final class StartFailure implements LifecycleListener {
    private volatile Optional<String> reason = Optional.empty();

    @Override
    public void lifecycleEvent(LifecycleEvent event) {
        if (Lifecycle.BEFORE_STOP_EVENT.equals(event.getType())) {
            Context context = (Context) event.getLifecycle();
            reason = Optional.ofNullable(context.getServletContext().getAttribute(ServerSignals.FAILURE))
                    .map(Object::toString);
        }
    }

    /** In one line. */
    public String reason() {
        return reason.orElse("The web application did not start.");
    }
}
