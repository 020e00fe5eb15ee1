package cash.tuppence.app.cli;

import cash.tuppence.app.config.Setting;
import cash.tuppence.app.config.Settings;
import cash.tuppence.app.config.SettingsSources;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Every setting as an option of every command, before or after its name. */
final class SettingOptions {

    private static final String PREFIX = "--";

    private SettingOptions() {}

    static void addTo(CommandLine line) {
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("show this help")
                        .scopeType(ScopeType.INHERIT)
                        .build());
        Setting.open()
                .forEach(setting -> line.getCommandSpec()
                        .addOption(OptionSpec.builder(PREFIX + setting.key())
                                .type(String.class)
                                .paramLabel("VALUE")
                                .description(setting.description())
                                .scopeType(ScopeType.INHERIT)
                                .build()));
    }

    /** All layers, with the options that were given as the last one. */
    static Settings read(CommandSpec root) {
        return Settings.read(SettingsSources.ofProcess(given(root), Map.of()));
    }

    private static Map<String, String> given(CommandSpec root) {
        Map<String, String> given = new HashMap<>();
        Setting.open().forEach(setting -> {
            String value = root.findOption(PREFIX + setting.key()).getValue();
            if (value != null) {
                given.put(setting.key(), value);
            }
        });
        return given;
    }
}
