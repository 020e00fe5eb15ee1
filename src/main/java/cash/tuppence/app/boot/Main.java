package cash.tuppence.app.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The WAR's main class. */
public final class Main {

    private static final String PROGRAM = "cash.tuppence.app.cli.Program";
    private static final int EXIT_FAILED = 1;

    private Main() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Path home;
        Path war;
        try {
            war = war();
            home = UnpackedWar.of(war, DataDir.of(arguments));
        } catch (IOException | URISyntaxException e) {
            System.err.println("Tuppence cannot unpack itself: " + e);
            System.exit(EXIT_FAILED);
            return;
        }
        // The container's classes stand above the web application as in any Tomcat; the program's own beside it.
        ClassLoader container =
                loader(jars(home.resolve("WEB-INF/lib-provided")), ClassLoader.getPlatformClassLoader());
        ClassLoader program = loader(programClasses(home), container);
        Thread.currentThread().setContextClassLoader(program);
        System.exit(run(program, arguments, home, war));
    }

    private static int run(ClassLoader program, String[] arguments, Path home, Path war)
            throws ReflectiveOperationException {
        return (int) program.loadClass(PROGRAM)
                .getMethod("run", String[].class, Path.class, Path.class)
                .invoke(null, arguments, home, war);
    }

    private static Path war() throws URISyntaxException {
        return Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<Path> programClasses(Path home) {
        List<Path> paths = new ArrayList<>(List.of(home.resolve("WEB-INF/classes")));
        paths.addAll(jars(home.resolve("WEB-INF/lib")));
        return paths;
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoader loader(List<Path> paths, ClassLoader parent) {
        return new URLClassLoader(paths.stream().map(Main::url).toArray(URL[]::new), parent);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
