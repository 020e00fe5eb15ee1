package cash.tuppence.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own files, as text. */
final class Sources {
    private Sources() {}

    /** A file of ours. */
    record Source(Path path, String text) {
        /** The lines in which the pattern is found, each as {@code path:line: text}. */
        Stream<String> findings(String regex) {
            List<String> lines = text.lines().toList();
            Pattern pattern = Pattern.compile(regex);
            return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                    .filter(i -> pattern.matcher(lines.get(i)).find())
                    .map(i -> path + ":" + (i + 1) + ": " + lines.get(i).strip());
        }

        String fileName() {
            return path.getFileName().toString();
        }
    }

    /** All files with that ending below those folders; a folder that is not there has none. */
    static List<Source> below(String ending, String... folders) {
        return Stream.of(folders)
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(folder -> walk(folder, ending).stream())
                .toList();
    }

    private static List<Source> walk(Path folder, String ending) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .filter(path -> !path.toString().contains("/target/"))
                    .map(Sources::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source read(Path path) {
        try {
            return new Source(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the pattern finds in any of them. */
    static List<String> findings(List<Source> sources, String regex) {
        return sources.stream().flatMap(source -> source.findings(regex)).toList();
    }
}
