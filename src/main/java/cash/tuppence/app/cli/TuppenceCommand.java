package cash.tuppence.app.cli;

import cash.tuppence.app.config.Setting;
import cash.tuppence.app.config.Settings;
import cash.tuppence.app.launch.Installation;
import cash.tuppence.app.launch.Server;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All commands; without one, the server. */
@Command(
        name = "tuppence",
        description = "Cash for the web.",
        customSynopsis = "java -jar tuppence.war [COMMAND] [--SETTING=VALUE]...",
        usageHelpAutoWidth = true)
final class TuppenceCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    TuppenceCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return serve();
    }

    @Command(description = "the server (the default); without db.url it starts the embedded database")
    int serve() {
        new Server(installation).run(settings().checked(), System.out);
        return ExitCode.OK;
    }

    @Command(description = "the server with the demo's people, shop and charity, for this machine only")
    int demo() {
        new Server(installation).run(settings().checked().with(Setting.DEMO, "true"), System.out);
        return ExitCode.OK;
    }

    @Command(description = "print every setting, its value and where it comes from")
    int config(@Option(names = "--check", description = "only validate: exit 0, or 1 with every fault") boolean check) {
        Settings settings = settings();
        List<String> lines = check ? settings.faults() : settings.lines();
        lines.forEach(spec.commandLine().getOut()::println);
        return check && !lines.isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private Settings settings() {
        return SettingOptions.read(spec);
    }
}
