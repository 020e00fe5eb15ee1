package cash.tuppence.app;

import cash.tuppence.app.config.ServletSettings;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.time.InstantSource;
import java.util.Optional;

/** Starts Tuppence with its container and stops it with it. */
public final class TuppenceListener implements ServletContextListener {
    /** Another clock than the machine's can be put under this attribute of the context before it starts. */
    public static final String CLOCK = "tuppence.clock";

    private Optional<Tuppence> tuppence = Optional.empty();
    private Optional<WebApp> web = Optional.empty();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        try {
            start(context);
        } catch (RuntimeException e) {
            if (e instanceof CannotStart refusal) {
                context.setAttribute(ServerSignals.FAILURE, refusal.getMessage());
            }
            stop();
            throw e;
        }
    }

    private void start(ServletContext context) {
        Tuppence opened = Tuppence.open(ServletSettings.of(context), clock(context));
        tuppence = Optional.of(opened);
        WebApp app = new WebApp(opened, context);
        app.install();
        opened.start();
        app.becomeReady();
        web = Optional.of(app);
    }

    private static InstantSource clock(ServletContext context) {
        return context.getAttribute(CLOCK) instanceof InstantSource clock ? clock : InstantSource.system();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        stop();
        JdbcDrivers.forget(event.getServletContext().getClassLoader());
    }

    private void stop() {
        web.ifPresent(WebApp::drain);
        web = Optional.empty();
        tuppence.ifPresent(Tuppence::close);
        tuppence = Optional.empty();
    }
}
