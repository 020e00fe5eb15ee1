package cash.tuppence.app.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The properties file, in UTF-8; what it holds and what is wrong with it. */
record SettingsFile(Map<String, String> entries, List<String> faults) {

    private static final SettingsFile NONE = new SettingsFile(Map.of(), List.of());

    static SettingsFile read(SettingsSources sources) {
        Optional<Path> named = sources.namedFile();
        Path file = named.orElseGet(sources::defaultFile);
        if (named.isEmpty() && !Files.exists(file)) {
            return NONE;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> entries = new TreeMap<>();
            properties.stringPropertyNames().forEach(name -> entries.put(name, properties.getProperty(name)));
            return new SettingsFile(entries, unknownNames(file, entries));
        } catch (IOException | IllegalArgumentException e) {
            return new SettingsFile(Map.of(), List.of(file + ": cannot be read"));
        }
    }

    private static List<String> unknownNames(Path file, Map<String, String> entries) {
        return entries.keySet().stream()
                .filter(name -> isUnknown(name))
                .map(name -> name + ": is no setting (in " + file + ")")
                .toList();
    }

    private static boolean isUnknown(String name) {
        Stream<String> known = Setting.open().map(Setting::key);
        return known.noneMatch(name::equals);
    }
}
