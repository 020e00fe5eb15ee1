package cash.tuppence.app;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestDatabase;
import cash.tuppence.testing.TestProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same WAR in a Tomcat from its distribution, with a database by URL, at the root and below a path. */
class StockTomcatIT {

    private static final Path DISTRIBUTIONS = Path.of("target", "tomcat").toAbsolutePath();
    private static final Pattern STARTED = Pattern.compile("Server startup in");

    @TempDir
    Path base;

    @Test
    void runsAtTheRootAndBelowAPath() throws Exception {
        int port = freePort();
        Path tomcat = distribution();
        layOut(tomcat, port);
        deploy("ROOT", TestDatabase.fresh(), "http://localhost:" + port);
        deploy("cash", TestDatabase.fresh(), "http://localhost:" + port + "/cash");
        try (TestProcess server = start(tomcat)) {
            server.await(STARTED);
            for (String path : List.of("", "/cash")) {
                String url = "http://localhost:" + port + path;
                assertThat(get(url + "/readyz").statusCode()).as(path).isEqualTo(200);
                HttpResponse<String> login = get(url + "/login");
                assertThat(login.statusCode()).isEqualTo(200);
                assertThat(login.body()).contains("action=\"" + path + "/login\"", "href=\"" + path + "/assets/");
                assertThat(get(url + "/plugin/v1/tuppence.js").statusCode()).isEqualTo(200);
            }
            server.terminate();
            server.awaitExit();
            assertThat(server.lines()).noneMatch(line -> line.contains("SEVERE") || line.contains("memory leak"));
        }
    }

    private static Path distribution() throws IOException {
        try (Stream<Path> folders = Files.list(DISTRIBUTIONS)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("apache-tomcat-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void layOut(Path tomcat, int port) throws IOException {
        Path conf = Files.createDirectories(base.resolve("conf"));
        for (String folder : List.of("logs", "temp", "webapps", "work", "conf/Catalina/localhost")) {
            Files.createDirectories(base.resolve(folder));
        }
        String server = Files.readString(tomcat.resolve("conf/server.xml"));
        Files.writeString(
                conf.resolve("server.xml"),
                server.replace("port=\"8005\"", "port=\"-1\"")
                        .replace("port=\"8080\"", "port=\"" + port + "\" address=\"127.0.0.1\""));
        for (String file : List.of("web.xml", "tomcat-users.xml")) {
            Files.copy(tomcat.resolve("conf").resolve(file), conf.resolve(file));
        }
    }

    private void deploy(String name, TestDatabase database, String baseUrl) throws IOException {
        Map<String, String> settings = Map.of(
                "db.url", database.url(),
                "db.user", database.user(),
                "db.password", database.password(),
                "secret-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "base-url", baseUrl);
        StringBuilder context = new StringBuilder("<Context docBase=\"" + TestWar.path() + "\">\n");
        settings.forEach((setting, value) -> context.append("  <Parameter name=\"tuppence.")
                .append(setting)
                .append("\" value=\"")
                .append(value)
                .append("\" override=\"false\"/>\n"));
        Files.writeString(
                base.resolve("conf/Catalina/localhost/" + name + ".xml"),
                context.append("</Context>\n").toString());
    }

    private TestProcess start(Path tomcat) {
        return TestProcess.start(
                base,
                Map.of(),
                List.of(
                        TestWar.java(),
                        "-Dcatalina.home=" + tomcat,
                        "-Dcatalina.base=" + base,
                        "-Djava.io.tmpdir=" + base.resolve("temp"),
                        "-cp",
                        tomcat.resolve("bin/bootstrap.jar") + ":" + tomcat.resolve("bin/tomcat-juli.jar"),
                        "org.apache.catalina.startup.Bootstrap",
                        "start"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
