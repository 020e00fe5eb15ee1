package cash.tuppence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.TuppenceListener;
import cash.tuppence.app.config.Setting;
import cash.tuppence.app.embedded.Folders;
import cash.tuppence.app.launch.SilentErrors;
import cash.tuppence.app.launch.StartFailure;
import cash.tuppence.member.factor.Totp;
import cash.tuppence.outbox.Jobs;
import cash.tuppence.web.Route;
import cash.tuppence.web.RouteTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;

/**
 * The whole web application on a real Tomcat and a real database, inside the test's JVM, at a free port of this machine.
 * It listens before it starts, so that its base URL can name the port.
 */
public final class TestServer implements AutoCloseable {
    private static final Instant A_MORNING = Instant.parse("2026-11-02T09:30:00Z");
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final String SECRET_KEY = "dGVzdC1zZWNyZXQta2V5LXRoYXQtaXMtMzItYnl0ZXM=";

    private final TestDatabase database;
    private final SettableClock clock;
    private final Map<Setting, String> settings;
    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector();
    private final StartFailure failure = new StartFailure();
    private final Context context;
    private final Path folder;

    private TestServer(Builder builder) {
        database = builder.database;
        clock = builder.clock;
        settings = builder.settings;
        try {
            folder = Files.createTempDirectory("tuppence-web-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tomcat.setBaseDir(folder.toString());
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("minSpareThreads", String.valueOf(Math.min(10, builder.threads)));
        connector.setProperty("maxThreads", String.valueOf(builder.threads));
        answerSilently((StandardHost) tomcat.getHost());
        Path webapp = Path.of("src/main/webapp").toAbsolutePath();
        context = tomcat.addWebapp(builder.contextPath, webapp.toString());
        context.addLifecycleListener(failure);
        context.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.CONFIGURE_START_EVENT)) {
                context.removeServletMapping("*.jsp");
                context.removeServletMapping("*.jspx");
                context.removeChild(context.findChild("jsp"));
            }
        });
        try {
            start(builder.contextPath);
        } catch (LifecycleException | RuntimeException e) {
            close();
            throw new IllegalStateException("the test server did not start", e);
        }
    }

    /** Under which its secrets are sealed and its trail is hashed. */
    public static byte[] secretKey() {
        return Base64.getDecoder().decode(SECRET_KEY);
    }

    /** A server with demo data on a database of its own, at a clock that stands still. */
    public static TestServer start() {
        return new Builder().start();
    }

    public static Builder with(Setting setting, String value) {
        return new Builder().and(setting, value);
    }

    /** As the embedded server does. */
    private static void answerSilently(StandardHost host) {
        host.setErrorReportValveClass(SilentErrors.class.getName());
        host.getPipeline().addValve(new SilentErrors());
    }

    private void start(String contextPath) throws LifecycleException {
        connector.init();
        parameters(contextPath).forEach((setting, value) -> context.addParameter(setting.contextName(), value));
        context.getServletContext().setAttribute(TuppenceListener.CLOCK, clock);
        tomcat.start();
        if (!context.getState().isAvailable()) {
            throw new IllegalStateException(failure.reason());
        }
        tomcat.getService().addConnector(connector);
    }

    private Map<Setting, String> parameters(String contextPath) {
        Map<Setting, String> parameters = new HashMap<>(Map.of(
                Setting.DB_URL,
                database.url(),
                Setting.DB_USER,
                database.user(),
                Setting.DB_PASSWORD,
                database.password(),
                Setting.DB_POOL_SIZE,
                "8",
                Setting.SECRET_KEY,
                SECRET_KEY,
                Setting.RATE_LIMITS_SCALE,
                "0",
                Setting.DEMO,
                "true",
                Setting.BASE_URL,
                "http://localhost:" + port() + contextPath));
        parameters.putAll(settings);
        return parameters;
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** What its own absolute URLs begin with. */
    public String baseUrl() {
        return "http://localhost:" + port() + context.getPath();
    }

    public TestDatabase database() {
        return database;
    }

    public SettableClock clock() {
        return clock;
    }

    /** The one list of URLs. */
    public List<Route> routes() {
        RouteTable table = (RouteTable) context.getServletContext().getAttribute(RouteTable.class.getName());
        return table.routes();
    }

    /** Runs that job on this thread until nothing is due. */
    public void runJob(String name) {
        Jobs jobs = (Jobs) context.getServletContext().getAttribute(Jobs.class.getName());
        assertThat(jobs.run(name)).as("a job named " + name).isTrue();
    }

    /** A new browser, without any cookie. */
    public TestBrowser browser() {
        return new TestBrowser(baseUrl());
    }

    /** A new browser in which that demo person is signed in, such as {@code payer}. */
    public TestBrowser signedIn(String person) {
        TestBrowser browser = browser();
        Reply reply = browser.post("/login", Map.of("email", person + "@example.test", "password", "tuppence-demo"))
                .expect(303);
        if (reply.location().startsWith("/login/code")) {
            browser.post("/login/code", Map.of("code", operatorsCode())).expect(303);
        }
        return browser;
    }

    /** What the demo operators' app shows, which nobody used yet: time goes on by half a minute. */
    public String operatorsCode() {
        clock.advance(HALF_A_MINUTE);
        return Totp.ofBase32("JBSWY3DPEHPK3PXP").codeAt(clock.instant());
    }

    /** Another server on the same database and clock, as after a restart or on a second node. */
    public TestServer again() {
        Builder builder = new Builder();
        builder.database = database;
        builder.clock = clock;
        builder.settings.putAll(settings);
        builder.contextPath = context.getPath();
        return builder.start();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("the test server did not stop", e);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is not said is as {@link TestServer#start()} has it. */
    public static final class Builder {
        private final Map<Setting, String> settings = new HashMap<>();
        private TestDatabase database = TestDatabase.fresh();
        private SettableClock clock = new SettableClock(A_MORNING);
        private String contextPath = "";
        private int threads = 200;

        public Builder and(Setting setting, String value) {
            settings.put(setting, value);
            return this;
        }

        public Builder below(String path) {
            contextPath = path;
            return this;
        }

        /** One request after the other, as far as they need a thread. */
        public Builder withOneThread() {
            threads = 1;
            return this;
        }

        public Builder on(TestDatabase shared) {
            database = shared;
            return this;
        }

        public TestServer start() {
            return new TestServer(this);
        }
    }
}
