package cash.tuppence.web;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RefusalLogTest {
    private static TestServer server;

    private final Logger logger = (Logger) LoggerFactory.getLogger(RefusalLog.NAME);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    private List<String> lines() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void namesAFormWithoutItsProofAndNoneOfItsFields() {
        server.browser()
                .postOnly("/login", Map.of("email", "payer@example.test", "password", "tuppence-demo"))
                .expect(403);

        assertThat(lines()).containsExactly("refused FORM_STALE: POST /login from 127.0.0.1");
    }

    @Test
    void namesAWrongPasswordAndNotWhoseItWas() {
        server.browser()
                .post("/login", Map.of("email", "payer@example.test", "password", "another-one"))
                .expect(422);

        assertThat(lines()).containsExactly("A sign-in failed from 127.0.0.1");
    }

    @Test
    void namesAWrongCode() {
        TestBrowser half = server.browser();
        half.post("/login", Map.of("email", "admin@example.test", "password", "tuppence-demo"))
                .expect(303);
        half.post("/login/code", Map.of("code", "000000")).expect(422);

        assertThat(lines()).containsExactly("refused CODE_WRONG: POST /login/code from 127.0.0.1");
    }

    @Test
    void keepsTheSecretOfALinkToItself() {
        server.browser().postOnly("/claim/a-secret-of-somebody", Map.of()).expect(403);

        assertThat(lines()).containsExactly("refused FORM_STALE: POST /claim/{token} from 127.0.0.1");
    }

    @Test
    void namesACallWithoutARightSecretAndNothingOfThatSecret() {
        TestBrowser program = server.browser();
        program.send(program.request("/api/v1/me?pat_query")
                        .header("Authorization", "Bearer pat_guessed")
                        .GET())
                .expect(401);

        assertThat(lines()).containsExactly("refused UNAUTHORIZED: GET /api/v1/me from 127.0.0.1");
    }

    @Test
    void namesAProgramWhereItMayNotGo() {
        TestBrowser program = server.browser();
        program.send(program.request("/api/v1/users")
                        .header("Authorization", "Bearer pat_demo_payer")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .expect(403);

        assertThat(lines()).containsExactly("refused FORBIDDEN: POST /api/v1/users from 127.0.0.1");
    }
}
