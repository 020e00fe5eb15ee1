package cash.tuppence.member.leave;

import cash.tuppence.core.Refusal;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.api.Revocations;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import cash.tuppence.trail.Verb;
import java.util.List;

/** Lets members go. */
public final class Leaving {
    private final Transactions transactions;
    private final Revocations revocations;
    private final List<Farewell> farewells;
    private final Trail trail;

    /**
     * @param farewells in the order in which their rows are locked
     */
    public Leaving(Transactions transactions, Revocations revocations, List<Farewell> farewells, Trail trail) {
        this.transactions = transactions;
        this.revocations = revocations;
        this.farewells = List.copyOf(farewells);
        this.trail = trail;
    }

    /** What that member has to deal with first. */
    public List<Obstacle> obstacles(Viewer viewer) {
        return farewells.stream()
                .flatMap(farewell -> farewell.obstacles(viewer).stream())
                .toList();
    }

    /**
     * All of it or nothing. Once it returns, no node lets them or their programs in, nor finds them.
     *
     * @throws Refusal where something stands in the way
     */
    public void leave(Viewer viewer) {
        transactions.execute(session -> {
            farewells.forEach(farewell -> farewell.erase(session, viewer));
            revocations.note(session);
            trail.write(session, Entry.of(Verb.PROFILE_CLOSED, viewer.profileId()));
        });
        revocations.awaitEverywhere();
    }
}
