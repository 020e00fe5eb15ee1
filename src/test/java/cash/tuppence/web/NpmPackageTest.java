package cash.tuppence.web;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestProcess;
import cash.tuppence.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmPackageTest {
    @TempDir
    private Path folder;

    @Test
    void thePackageThatIsServedHoldsTheFilesOfPluginJs() throws Exception {
        try (TestServer server = TestServer.start();
                InputStream served = URI.create(server.baseUrl() + "/plugin/v1/tuppence.tgz")
                        .toURL()
                        .openStream()) {
            Files.copy(served, folder.resolve("tuppence.tgz"));
        }
        try (TestProcess tar = TestProcess.start(folder, Map.of(), List.of("tar", "-xzf", "tuppence.tgz"))) {
            assertThat(tar.awaitExit()).as(String.join("\n", tar.lines())).isZero();
        }
        Path unpacked = folder.resolve("package");
        List<Path> files = filesOf(unpacked);
        assertThat(files).contains(Path.of("package.json"), Path.of("LICENSE"), Path.of("README.md"));
        for (String part : List.of("browser", "server")) {
            assertThat(files.stream().filter(file -> file.startsWith(part)).map(Path.of(part)::relativize))
                    .containsExactlyInAnyOrderElementsOf(filesOf(Path.of("plugin-js", part)));
        }
        for (Path file : files) {
            assertThat(unpacked.resolve(file))
                    .hasSameBinaryContentAs(Path.of("plugin-js").resolve(file));
        }
    }

    private static List<Path> filesOf(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).map(root::relativize).toList();
        }
    }
}
