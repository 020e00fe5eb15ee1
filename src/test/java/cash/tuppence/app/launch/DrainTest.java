package cash.tuppence.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainTest {

    @TempDir
    Path folder;

    // Held here, since the JDK forgets the level of a logger that nobody holds.
    private static final Logger CONTAINER = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final Drain drain = new Drain();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @BeforeEach
    void start() throws Exception {
        CONTAINER.setLevel(Level.SEVERE);
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector();
        tomcat.getEngine().getPipeline().addValve(drain);
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "slow", new SlowServlet());
        context.addServletMappingDecoded("/", "slow");
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void waitsForWhatIsUnderWayAndAsksItsConnectionToClose() throws Exception {
        CompletableFuture<HttpResponse<String>> slow = get();
        entered.await();
        CompletableFuture<Boolean> drained = drained(Duration.ofSeconds(30));
        assertThat(drained).isNotDone();
        release.countDown();
        assertThat(slow.join().body()).isEqualTo("done");
        assertThat(drained.join()).isTrue();
        assertThat(get().join().headers().firstValue("Connection")).hasValue("close");
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        CompletableFuture<HttpResponse<String>> slow = get();
        entered.await();
        assertThat(drained(Duration.ofMillis(50)).join()).isFalse();
        release.countDown();
        slow.join();
    }

    private CompletableFuture<Boolean> drained(Duration atMost) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return drain.drain(Duration.ofMillis(10), atMost);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private CompletableFuture<HttpResponse<String>> get() {
        URI uri = URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/");
        return HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private final class SlowServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            entered.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            response.getWriter().write("done");
        }
    }
}
