package cash.tuppence.app.cli;

import cash.tuppence.app.load.CannotLoad;
import cash.tuppence.app.load.Load;
import cash.tuppence.app.load.LoadPlan;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends many transfers to a server over its API, and proves from outside that no cent was made or lost. */
@Command(
        name = "load",
        description = {
            "send many transfers of play money to a running server over its API, print how fast they were answered,"
                    + " and prove that no cent was made or lost",
            "exit 0, or 1 where cash is not where it should be, or 2 where nothing could be sent"
        },
        customSynopsis =
                "java -jar tuppence.war load --transfers N --concurrency C [--hot] [--hold] [--url URL --token TOKEN]")
final class LoadCommand implements Callable<Integer> {
    private static final int MOST_TRANSFERS = 100_000_000;
    private static final int MOST_CONNECTIONS = 2_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--transfers", required = true, paramLabel = "N", description = "how many")
    private int transfers;

    @Option(
            names = "--concurrency",
            required = true,
            paramLabel = "C",
            description = "how many at a time, each on its own connection")
    private int concurrency;

    @Option(names = "--hot", description = "all to one wallet")
    private boolean hot;

    @Option(names = "--hold", description = "reserve first; then post all, post a part, void, or leave, in turn")
    private boolean hold;

    @Option(names = "--url", paramLabel = "URL", description = "the server (the default: a demo on this machine)")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "an operator's, which may register people (the default: the demo's)")
    private String token = "pat_demo_admin";

    @Override
    public Integer call() throws InterruptedException {
        try (Load load = new Load(plan(), spec.commandLine().getOut())) {
            return load.run() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (CannotLoad nothingSent) {
            spec.commandLine().getErr().println(nothingSent.getMessage());
            return ExitCode.USAGE;
        }
    }

    private LoadPlan plan() {
        require(transfers >= 1 && transfers <= MOST_TRANSFERS, "--transfers is from 1 to " + MOST_TRANSFERS);
        require(concurrency >= 1 && concurrency <= MOST_CONNECTIONS, "--concurrency is from 1 to " + MOST_CONNECTIONS);
        require(
                "http".equals(url.getScheme()) || "https".equals(url.getScheme()),
                "--url begins with http:// or https://");
        return new LoadPlan(url, token, transfers, concurrency, hot, hold);
    }

    private void require(boolean so, String otherwise) {
        if (!so) {
            throw new ParameterException(spec.commandLine(), otherwise + ".");
        }
    }
}
