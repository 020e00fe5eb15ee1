package cash.tuppence.app.config;

import cash.tuppence.app.CannotStart;
import jakarta.servlet.ServletContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The settings of a web application, whoever runs its container. */
public final class ServletSettings {

    private ServletSettings() {}

    /**
     * Reads all layers, the context's parameters last; the context path is the container's.
     *
     * @throws CannotStart with every fault, or if no database is named: only our own start brings one
     */
    public static Settings of(ServletContext context) {
        Map<String, String> parameters = new HashMap<>();
        for (Setting setting : Setting.values()) {
            Optional.ofNullable(context.getInitParameter(setting.contextName()))
                    .ifPresent(text -> parameters.put(setting.key(), text));
        }
        parameters.put(Setting.HTTP_CONTEXT_PATH.key(), context.getContextPath());
        Settings settings =
                Settings.read(SettingsSources.ofProcess(Map.of(), parameters)).checked();
        if (settings.databaseUrl().isEmpty()) {
            throw new CannotStart("db.url: is needed in a servlet container (environment TUPPENCE_DB_URL, or the"
                    + " context parameter tuppence.db.url)");
        }
        return settings;
    }
}
