package cash.tuppence.app;

import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import java.time.InstantSource;

/**
 * Keeps demo data and real data apart: everybody knows a demo's passwords and keys, and demo data does not belong among
 * real people's.
 */
final class DemoMarker {
    private final Transactions transactions;
    private final InstantSource clock;

    DemoMarker(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Marks an empty database as what it is to be from now on.
     *
     * @throws CannotStart where it is something else
     */
    void require(boolean demo) {
        InstallationKind kind = transactions.run(session -> {
            InstallationMapper mapper = session.getMapper(InstallationMapper.class);
            boolean fresh = mapper.find().isEmpty() && mapper.isEmpty();
            mapper.insert(demo && fresh ? InstallationKind.DEMO : InstallationKind.LIVE, Times.now(clock));
            return mapper.find().orElseThrow().kind();
        });
        if (demo && kind != InstallationKind.DEMO) {
            throw new CannotStart("This database is not empty and not a demo's: the demo takes another one.");
        }
        if (!demo && kind == InstallationKind.DEMO) {
            throw new CannotStart("This database holds demo data, whose passwords and keys everybody knows:"
                    + " start it with the command demo, or take another database.");
        }
    }

    /** Whether this is a demo's database; one that is not marked yet is none. */
    boolean isDemo() {
        return transactions
                .read(session -> session.getMapper(InstallationMapper.class).find())
                .filter(installation -> installation.kind() == InstallationKind.DEMO)
                .isPresent();
    }
}
