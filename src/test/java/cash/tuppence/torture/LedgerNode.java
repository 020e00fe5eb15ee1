package cash.tuppence.torture;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Nodes;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.LimitTable;
import cash.tuppence.ledger.Limits;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.stage.FreezeGuard;
import cash.tuppence.ledger.stage.Rules;
import cash.tuppence.ledger.stage.Stage;
import cash.tuppence.ledger.stage.StageLimits;
import cash.tuppence.testing.Tickets;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/**
 * A process with a posting stage and nothing else, which is up in a second and so can be killed often. It reads orders
 * from its standard input and writes answers to its standard output, and ends when nobody is left to read from.
 */
final class LedgerNode {
    static final String READY = "ready";
    private static final int POOL_SIZE = 2;

    /** The class of all wallets' limits. */
    static final int LIMITED = 1;

    /** High enough for all that is sent, so that it counts and stops nothing. */
    private static final LimitTable LIMITS =
            limitClass -> new Limits(Long.MAX_VALUE - 1, Long.MAX_VALUE - 1, Long.MAX_VALUE - 1, Long.MAX_VALUE - 1);

    private final PrintStream out = new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false, StandardCharsets.UTF_8);

    private LedgerNode() {}

    static List<Companion<?>> companions() {
        return List.of(new Tickets(), new Receipts());
    }

    /** Arguments: the database's JDBC URL, user and password. */
    public static void main(String[] arguments) throws IOException {
        new LedgerNode().run(new DatabaseSettings(arguments[0], arguments[1], arguments[2], POOL_SIZE));
    }

    private void run(DatabaseSettings settings) throws IOException {
        InstantSource clock = InstantSource.system();
        try (Database database = new Database(settings);
                Stage stage = new Stage(
                        database,
                        new Rules(List.of(new FreezeGuard()), LIMITS, companions()),
                        new KeyMaker(clock, new Nodes(database).next()),
                        clock,
                        StageLimits.DEFAULT,
                        this::flush);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            say(READY);
            flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                submit(stage, Order.read(line));
            }
        }
    }

    private void submit(Stage stage, Order order) {
        try {
            stage.submit(order.posting()).whenComplete((outcome, failure) -> answer(order, outcome, failure));
        } catch (Refusal overloaded) {
            answer(order, null, overloaded);
        }
    }

    private void answer(Order order, Outcome outcome, Throwable failure) {
        if (failure == null) {
            say(Answer.line(order, outcome));
        } else {
            say("failed: " + failure + " of " + order.line());
            say(Answer.unknownLine(order));
            flush();
        }
    }

    private synchronized void say(String line) {
        out.print(line + "\n");
    }

    private synchronized void flush() {
        out.flush();
    }
}
