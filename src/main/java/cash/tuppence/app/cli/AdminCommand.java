package cash.tuppence.app.cli;

import cash.tuppence.app.CannotStart;
import cash.tuppence.app.Tuppence;
import cash.tuppence.member.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the one who runs the machine may do without signing in. */
@Command(
        name = "admin",
        description = "make an operator; freeze a wallet, or free it again",
        customSynopsis = "java -jar tuppence.war admin create EMAIL | freeze HANDLE | unfreeze HANDLE")
final class AdminCommand implements Runnable {

    private final Commands commands;

    @Spec
    private CommandSpec spec;

    AdminCommand(Commands commands) {
        this.commands = commands;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what: admin create EMAIL, admin freeze HANDLE or admin unfreeze HANDLE");
    }

    @Command(description = "make the member with that e-mail address an operator")
    int create(@Parameters(paramLabel = "EMAIL") String email) {
        return commands.withTuppence(spec, tuppence -> {
            if (!tuppence.members().makeOperator(email)) {
                throw new CannotStart("No member signs in with " + email + ". Let them sign up first.");
            }
            spec.commandLine().getOut().println(email + " is an operator.");
            return ExitCode.OK;
        });
    }

    @Command(description = "stop that wallet from sending; what arrives still does")
    int freeze(@Parameters(paramLabel = "HANDLE") String handle) {
        return commands.withTuppence(spec, tuppence -> freeze(tuppence, handle, true));
    }

    @Command(description = "let that wallet send again")
    int unfreeze(@Parameters(paramLabel = "HANDLE") String handle) {
        return commands.withTuppence(spec, tuppence -> freeze(tuppence, handle, false));
    }

    private int freeze(Tuppence tuppence, String handle, boolean frozen) {
        Profile profile = tuppence.profiles()
                .byHandle(handle.replaceFirst("^@", ""))
                .orElseThrow(() -> new CannotStart("Nobody has the handle " + handle + "."));
        tuppence.accounts().freeze(profile.id(), frozen);
        spec.commandLine().getOut().println("@" + profile.handle() + (frozen ? " is frozen." : " can send again."));
        return ExitCode.OK;
    }
}
