package cash.tuppence.torture;

import cash.tuppence.app.embedded.Folders;
import cash.tuppence.torture.Tally.Count;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The long run: rounds until so many processes were killed, or the time is over, or something is amiss. */
final class Torture {
    private static final int ROUNDS_BETWEEN_AUDITS = 10;

    /** What only stands still costs seconds and kills nothing, so it comes less often. */
    private static final List<Blow> BLOWS = List.of(
            Blow.NODE,
            Blow.NODE,
            Blow.BOTH_NODES,
            Blow.DATABASE,
            Blow.DATABASE,
            Blow.DATABASE_TWICE,
            Blow.NODE_AND_DATABASE,
            Blow.NODE_AND_DATABASE,
            Blow.PAUSE,
            Blow.LOCK_WAIT);

    private final long startedNanos = System.nanoTime();
    private final Tally tally = new Tally();
    private final PrintStream out;

    private Torture(PrintStream out) {
        this.out = out;
    }

    /** Argument: the folder to work in. Exits with 1 where anything is amiss, and leaves the folder as it is then. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        boolean good = new Torture(System.out).run(folder, Long.getLong("torture.kills", 200));
        if (good) {
            Folders.delete(folder);
        }
        System.exit(good ? 0 : 1);
    }

    private boolean run(Path folder, long kills) throws Exception {
        try (LedgerFire fire = new LedgerFire(folder);
                LedgerRounds rounds = new LedgerRounds(fire, tally)) {
            for (int round = 1; tally.kills() < kills && isTimeLeft() && isWell(); round++) {
                run(rounds, round);
            }
            rounds.checkEverything();
        }
        out.println(tally.summary());
        tally.discrepancies().forEach(out::println);
        out.println(isWell() ? "Every cent is there." : "NOT ALL IS WELL; the data is kept in " + folder);
        return isWell();
    }

    private void run(LedgerRounds rounds, int round) throws Exception {
        Blow blow = BLOWS.get(ThreadLocalRandom.current().nextInt(BLOWS.size()));
        long roundNanos = System.nanoTime();
        rounds.run(blow);
        if (round % ROUNDS_BETWEEN_AUDITS == 0) {
            rounds.checkEverything();
        }
        out.printf(
                "%4d s  round %d, %s took %.1f s: %d killed, %d acknowledged, %d checked%n",
                elapsed().toSeconds(),
                round,
                blow,
                (System.nanoTime() - roundNanos) / 1e9,
                tally.kills(),
                tally.of(Count.ACKNOWLEDGED),
                tally.of(Count.CHECKED));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private boolean isTimeLeft() {
        return elapsed().toMinutes() < Long.getLong("torture.minutes", 60);
    }

    private boolean isWell() {
        return tally.discrepancies().isEmpty();
    }
}
