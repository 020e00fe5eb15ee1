package cash.tuppence.app.cli;

import cash.tuppence.app.Tuppence;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs by hand what the server runs by itself. */
@Command(
        name = "job",
        description = "run one scheduled job now, until nothing is due",
        customSynopsis = "java -jar tuppence.war job NAME | --list")
final class JobCommand implements Callable<Integer> {

    private final Commands commands;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Choice choice;

    private static final class Choice {
        @Parameters(paramLabel = "NAME", description = "the job")
        private String name;

        @Option(names = "--list", description = "print the names of all jobs")
        private boolean list;
    }

    JobCommand(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Integer call() {
        return commands.withTuppence(spec, choice.list ? this::list : this::run);
    }

    private int list(Tuppence tuppence) {
        tuppence.jobs().names().forEach(spec.commandLine().getOut()::println);
        return ExitCode.OK;
    }

    private int run(Tuppence tuppence) {
        List<String> names = tuppence.jobs().names();
        if (!tuppence.jobs().run(choice.name)) {
            throw new ParameterException(
                    spec.commandLine(), "There is no job " + choice.name + ". There are: " + String.join(", ", names));
        }
        spec.commandLine().getOut().println(choice.name + ": done");
        return ExitCode.OK;
    }
}
