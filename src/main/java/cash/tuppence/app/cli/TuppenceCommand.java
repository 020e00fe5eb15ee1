package cash.tuppence.app.cli;

import cash.tuppence.app.Tuppence;
import cash.tuppence.app.config.Setting;
import cash.tuppence.app.config.Settings;
import cash.tuppence.app.launch.DatabaseLease;
import cash.tuppence.app.launch.Server;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program itself, which without a command is the server. */
@Command(
        name = "tuppence",
        description = "Cash for the web.",
        customSynopsis = "java -jar tuppence.war [COMMAND] [--SETTING=VALUE]...",
        usageHelpAutoWidth = true)
final class TuppenceCommand implements Callable<Integer> {

    private final Commands commands;

    @Spec
    private CommandSpec spec;

    TuppenceCommand(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Integer call() {
        return serve();
    }

    @Command(description = "the server (the default); without db.url it starts the embedded database")
    int serve() {
        return serve(settings().checked());
    }

    @Command(description = "the server with the demo's people, shop and charity, for this machine only")
    int demo() {
        return serve(settings().checked().with(Setting.DEMO, "true"));
    }

    private int serve(Settings settings) {
        new Server(commands.installation()).run(settings, System.out);
        return ExitCode.OK;
    }

    @Command(description = "bring the database to the shape that this version needs")
    int migrate() {
        try (DatabaseLease lease = DatabaseLease.forCommand(settings().checked(), commands.installation())) {
            output().println(Tuppence.migrate(lease.settings()) + " migrations were made.");
            return ExitCode.OK;
        }
    }

    @Command(description = "print every setting, its value and where it comes from")
    int config(@Option(names = "--check", description = "only validate: exit 0, or 1 with every fault") boolean check) {
        List<String> lines = check ? settings().faults() : settings().lines();
        lines.forEach(output()::println);
        return check && !lines.isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private Settings settings() {
        return commands.settings(spec);
    }

    private PrintWriter output() {
        return spec.commandLine().getOut();
    }
}
