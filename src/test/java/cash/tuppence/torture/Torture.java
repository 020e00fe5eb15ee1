package cash.tuppence.torture;

import cash.tuppence.app.embedded.Folders;
import cash.tuppence.torture.Tally.Count;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The long run: ledger nodes first, then two whole servers on one database, then one server with its own database, until so
 * many processes were killed, or the time is over, or something is amiss.
 */
final class Torture {
    private static final int MOST_ANSWERS = 1_500;
    private static final int ROUNDS_BETWEEN_AUDITS = 10;
    private static final int MOST_DISCREPANCIES_TOLD = 50;

    /** Of all kills, in percent; the rest befalls whole servers, which take longer to be there again. */
    private static final int SHARE_OF_NODES = 80;

    private static final int SHARE_BEFORE_LAST = 90;

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
    private final Path folder;
    private final PrintStream out;
    private int round;

    private Torture(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Argument: the folder to work in. Exits with 1 where anything is amiss, and leaves the folder as it is then. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        boolean good = new Torture(folder, System.out).runOrTell(Long.getLong("torture.kills", 200));
        if (good) {
            Folders.delete(folder);
        }
        System.exit(good ? 0 : 1);
    }

    /** What ends it early ends the process, whatever threads are left. */
    private boolean runOrTell(long kills) {
        try {
            return run(kills);
        } catch (Exception | AssertionError e) {
            e.printStackTrace(out);
            out.println(tally.summary());
            out.println("IT ENDED EARLY; the data is kept in " + folder);
            return false;
        }
    }

    private boolean run(long kills) throws Exception {
        ledgerNodes(kills * SHARE_OF_NODES / 100);
        try (Site two = Site.ofTwoServers(folder)) {
            servers(two, "two servers", kills * SHARE_BEFORE_LAST / 100);
        }
        try (Site one = Site.ofOneServer(folder)) {
            servers(one, "one server", kills);
        }
        out.println(tally.summary());
        tally.discrepancies().stream().limit(MOST_DISCREPANCIES_TOLD).forEach(out::println);
        out.println(isWell() ? "Every cent is there." : "NOT ALL IS WELL; the data is kept in " + folder);
        return isWell();
    }

    private void ledgerNodes(long kills) throws Exception {
        try (LedgerFire fire = new LedgerFire(folder.resolve("ledger"));
                LedgerRounds rounds = new LedgerRounds(fire, MOST_ANSWERS, tally)) {
            while (mayGoOn(kills)) {
                Blow blow = BLOWS.get(random(BLOWS.size()));
                long roundNanos = System.nanoTime();
                rounds.run(blow);
                if (round % ROUNDS_BETWEEN_AUDITS == 0) {
                    rounds.checkEverything();
                }
                tell("ledger nodes, " + blow, roundNanos);
            }
            rounds.checkEverything();
        }
    }

    private void servers(Site site, String name, long kills) throws Exception {
        ServerRounds rounds = new ServerRounds(site, tally);
        while (mayGoOn(kills)) {
            boolean server = random(3) > 0;
            boolean database = !server || random(3) == 0;
            long roundNanos = System.nanoTime();
            rounds.run(server, database);
            tell(name + (server ? ", SERVER" : "") + (database ? ", DATABASE" : ""), roundNanos);
        }
    }

    private void tell(String what, long sinceNanos) {
        out.printf(
                "%5d s  round %d, %s took %.1f s: %d killed, %d acknowledged, %d checked%n",
                elapsed().toSeconds(),
                ++round,
                what,
                (System.nanoTime() - sinceNanos) / 1e9,
                tally.kills(),
                tally.of(Count.ACKNOWLEDGED),
                tally.of(Count.CHECKED));
    }

    private boolean mayGoOn(long kills) {
        return tally.kills() < kills && elapsed().toMinutes() < Long.getLong("torture.minutes", 60) && isWell();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private boolean isWell() {
        return tally.discrepancies().isEmpty();
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
