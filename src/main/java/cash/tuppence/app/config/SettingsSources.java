package cash.tuppence.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where settings are read from. */
public record SettingsSources(
        Path workingFolder,
        Map<String, String> environment,
        Map<String, String> commandLine,
        Map<String, String> context) {

    private static final String FILE_NAME = "tuppence.properties";
    private static final String FILE_VARIABLE = "TUPPENCE_CONFIG";

    /** Those of this process. Keys of the maps are the settings' own. */
    public static SettingsSources ofProcess(Map<String, String> commandLine, Map<String, String> context) {
        return new SettingsSources(Path.of(""), System.getenv(), commandLine, context);
    }

    /** The file that somebody named; it has to be there. */
    Optional<Path> namedFile() {
        return Optional.ofNullable(environment.get(FILE_VARIABLE))
                .filter(name -> !name.isBlank())
                .map(workingFolder::resolve);
    }

    Path defaultFile() {
        return workingFolder.resolve(FILE_NAME);
    }
}
