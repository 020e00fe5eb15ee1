package cash.tuppence.app.boot;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The data folder, found before the program that reads the settings can run: the same layers, this one name. */
final class DataDir {

    private static final String OPTION = "--data-dir";

    private DataDir() {}

    static Path of(String[] arguments) throws IOException {
        Optional<String> chosen = onCommandLine(Arrays.asList(arguments)).or(() -> variable("TUPPENCE_DATA_DIR"));
        return Path.of(chosen.isPresent() ? chosen.get() : inFile().orElse(".data"))
                .toAbsolutePath()
                .normalize();
    }

    private static Optional<String> onCommandLine(List<String> arguments) {
        int last = arguments.lastIndexOf(OPTION);
        if (last >= 0 && last + 1 < arguments.size()) {
            return Optional.of(arguments.get(last + 1));
        }
        return arguments.stream()
                .filter(argument -> argument.startsWith(OPTION + "="))
                .map(argument -> argument.substring(OPTION.length() + 1))
                .reduce((first, second) -> second);
    }

    private static Optional<String> inFile() throws IOException {
        Path file = Path.of(variable("TUPPENCE_CONFIG").orElse("tuppence.properties"));
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return Optional.ofNullable(properties.getProperty("data-dir")).filter(text -> !text.isBlank());
        }
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
    }
}
