package cash.tuppence.app.cli;

import cash.tuppence.app.CannotStart;
import cash.tuppence.app.launch.Installation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the WAR's main class hands over to. */
public final class Program {

    // Held here, since the JDK forgets the level of a logger that nobody holds.
    private static final Logger CONTAINER = Logger.getLogger("org.apache");

    private Program() {}

    /**
     * Runs one command to its end and returns the exit code: 0 done, 1 failed, 2 not understood.
     *
     * @param home the WAR's content, as a folder
     */
    public static int run(String[] arguments, Path home, Path war) {
        CONTAINER.setLevel(Level.WARNING);
        return commandLine(new Installation(home, war)).execute(arguments);
    }

    static CommandLine commandLine(Installation installation) {
        Commands commands = new Commands(installation);
        CommandLine line = new CommandLine(new TuppenceCommand(commands))
                .addSubcommand(new CommandLine(new AdminCommand(commands)).addSubcommand(new TokenCommand(commands)))
                .addSubcommand(new JobCommand(commands))
                .addSubcommand(new AuditCommand(commands))
                .addSubcommand(new LoadCommand());
        SettingOptions.addTo(line);
        line.setExecutionExceptionHandler(Program::explain);
        line.setParameterExceptionHandler(Program::complain);
        return line;
    }

    private static int complain(ParameterException failure, String[] arguments) {
        PrintWriter output = failure.getCommandLine().getErr();
        output.println(failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, output);
        output.println("All commands and settings: java -jar tuppence.war --help");
        return CommandLine.ExitCode.USAGE;
    }

    // An expected failure is one line for a person; anything else is a bug and shows where.
    private static int explain(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        if (failure instanceof CannotStart expected) {
            line.getErr().println(expected.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
