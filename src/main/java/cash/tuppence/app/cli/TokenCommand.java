package cash.tuppence.app.cli;

import cash.tuppence.app.CannotStart;
import cash.tuppence.app.Tuppence;
import cash.tuppence.member.CredentialsRow;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.api.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an access token for a member, and prints it for the only time. */
@Command(
        name = "token",
        description = "make an access token for that member, and print it once",
        customSynopsis = "java -jar tuppence.war admin token EMAIL [--scope SCOPE]... [--days N]")
final class TokenCommand implements Callable<Integer> {
    private static final String NAME = "Made by a command";

    private final Commands commands;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "EMAIL", description = "with which the member signs in")
    private String email;

    @Option(
            names = "--scope",
            split = ",",
            description = "what it may be used for; an operator's is for users:write and metrics:read"
                    + " unless told otherwise, anybody else's for their own wallet")
    private final List<String> scopes = new ArrayList<>();

    @Option(names = "--days", description = "after which it ends by itself; without it, it lasts until it is revoked")
    private Optional<Long> days;

    TokenCommand(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Integer call() {
        return commands.withTuppence(spec, this::make);
    }

    private int make(Tuppence tuppence) {
        Viewer owner = tuppence.members()
                .credentials(email)
                .map(CredentialsRow::memberId)
                .flatMap(tuppence.members()::viewer)
                .orElseThrow(() -> new CannotStart("No member signs in with " + email + "."));
        String token = tuppence.tokens().issue(owner.memberId(), NAME, scopes(owner), expiry());
        spec.commandLine().getOut().println(token);
        return ExitCode.OK;
    }

    private Set<Scope> scopes(Viewer owner) {
        if (scopes.isEmpty()) {
            return owner.operator() ? Scope.OPERATORS : Scope.PERSONAL;
        }
        return scopes.stream().map(this::scope).collect(Collectors.toSet());
    }

    private Scope scope(String text) {
        return Scope.find(text)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "There is no scope " + text + "."));
    }

    private Optional<Instant> expiry() {
        return days.map(count -> InstantSource.system().instant().plus(Duration.ofDays(count)));
    }
}
