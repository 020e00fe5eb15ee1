package cash.tuppence.app.cli;

import cash.tuppence.app.Tuppence;
import cash.tuppence.app.config.Settings;
import cash.tuppence.app.launch.DatabaseLease;
import cash.tuppence.app.launch.Installation;
import cash.tuppence.trail.Actor;
import cash.tuppence.trail.Scene;
import java.time.InstantSource;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Model.CommandSpec;

/** What all commands need: the settings that were given with them, and the database. */
record Commands(Installation installation) {
    /** Whoever may run commands on the machine is known to it alone. */
    private static final Scene HERE =
            new Scene(Actor.PROGRAM, "this machine, " + System.getProperty("user.name", ""), "");

    Settings settings(CommandSpec command) {
        return SettingOptions.read(command.root());
    }

    /** Does the work, whose result is the exit code, on the running server's database or on one started for it. */
    int withTuppence(CommandSpec command, ToIntFunction<Tuppence> work) {
        Settings settings = settings(command).checked();
        try (DatabaseLease lease = DatabaseLease.forCommand(settings, installation);
                Tuppence tuppence = Tuppence.openAsItIs(lease.settings(), InstantSource.system())) {
            HERE.enter();
            return work.applyAsInt(tuppence);
        } finally {
            Scene.leave();
        }
    }
}
