package cash.tuppence.app.cli;

import cash.tuppence.app.CannotStart;
import cash.tuppence.app.Tuppence;
import cash.tuppence.member.Profile;
import cash.tuppence.member.ProfileState;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the one who runs the machine may do without signing in. */
@Command(
        name = "admin",
        description = "make an operator or a token; take it back; freeze or suspend somebody, or free them again",
        customSynopsis = "java -jar tuppence.war admin create EMAIL | token EMAIL | revoke SECRET"
                + " | freeze HANDLE | unfreeze HANDLE | suspend HANDLE | resume HANDLE")
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
                spec.commandLine(),
                "Say what: admin create, token or revoke; admin freeze, unfreeze, suspend or resume");
    }

    @Command(description = "make the member with that e-mail address an operator")
    int create(@Parameters(paramLabel = "EMAIL") String email) {
        return commands.withTuppence(spec, tuppence -> {
            if (!tuppence.operators().make(email)) {
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

    @Command(description = "note that it was checked whose profile that is, so that its limits grow")
    int identify(@Parameters(paramLabel = "HANDLE") String handle) {
        return commands.withTuppence(spec, tuppence -> {
            Profile profile = find(tuppence, handle);
            boolean news = tuppence.standing().identityConfirmed(profile.id());
            spec.commandLine().getOut().println("@" + profile.handle() + (news ? " is known." : " was known already."));
            return ExitCode.OK;
        });
    }

    @Command(description = "let nobody in for that profile: no sign-in, no token, no key")
    int suspend(@Parameters(paramLabel = "HANDLE") String handle) {
        return commands.withTuppence(spec, tuppence -> set(tuppence, handle, ProfileState.SUSPENDED));
    }

    @Command(description = "let a suspended profile in again")
    int resume(@Parameters(paramLabel = "HANDLE") String handle) {
        return commands.withTuppence(spec, tuppence -> set(tuppence, handle, ProfileState.ACTIVE));
    }

    @Command(description = "take the power of an access token or a secret key, at once and for good")
    int revoke(@Parameters(paramLabel = "SECRET") String secret) {
        return commands.withTuppence(spec, tuppence -> {
            if (!tuppence.revoke(secret)) {
                throw new CannotStart("There is no such token or key, or it is revoked already.");
            }
            spec.commandLine().getOut().println("It is revoked.");
            return ExitCode.OK;
        });
    }

    private int set(Tuppence tuppence, String handle, ProfileState state) {
        Profile profile = find(tuppence, handle);
        tuppence.standing().set(profile.id(), state);
        String what = state == ProfileState.ACTIVE ? " is let in again." : " is suspended.";
        spec.commandLine().getOut().println("@" + profile.handle() + what);
        return ExitCode.OK;
    }

    private int freeze(Tuppence tuppence, String handle, boolean frozen) {
        Profile profile = find(tuppence, handle);
        tuppence.standing().freeze(profile.id(), frozen);
        spec.commandLine().getOut().println("@" + profile.handle() + (frozen ? " is frozen." : " can send again."));
        return ExitCode.OK;
    }

    private static Profile find(Tuppence tuppence, String handle) {
        return tuppence.profiles()
                .byHandle(handle.replaceFirst("^@", ""))
                .orElseThrow(() -> new CannotStart("Nobody has the handle " + handle + "."));
    }
}
