package cash.tuppence.web;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.web.error.ErrorAnswers;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class IncidentTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private TestServer server;

    @BeforeEach
    void breakTheServer() throws SQLException {
        server = TestServer.start();
        logger().addAppender(log);
        logger().setAdditive(false);
        log.start();
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("rename table regions to gone, profiles to gone_too");
        }
    }

    @AfterEach
    void stop() {
        logger().detachAppender(log);
        logger().setAdditive(true);
        server.close();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ErrorAnswers.class);
    }

    @Test
    void isAPageWithANumberThatTheLogKnowsOnce() {
        Reply reply = server.browser().get("/signup").expect(500);
        String incident = reply.hook("incident").orElseThrow();
        assertThat(reply.body()).doesNotContain("regions").doesNotContain("Exception");
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage()).contains(incident).contains("GET /signup");
            assertThat(event.getThrowableProxy()).isNotNull();
        });
    }

    @Test
    void isAProblemDocumentForPrograms() {
        TestBrowser program = server.browser();
        Reply reply = program.send(program.request("/api/v1/me")
                        .header("Authorization", "Bearer pat_demo_payer")
                        .GET())
                .expect(500);
        assertThat(reply.json().get("code").asString()).isEqualTo("internal_error");
        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .contains(reply.json().get("incident").asString()));
    }
}
