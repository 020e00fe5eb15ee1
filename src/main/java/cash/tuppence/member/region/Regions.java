package cash.tuppence.member.region;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.RegionCode;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import cash.tuppence.trail.Verb;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Where people are admitted from. Businesses are admitted for the whole country. */
public final class Regions {
    private final Transactions transactions;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final Trail trail;
    private final Runnable opened;

    /**
     * @param opened has {@link TellWaiters} run at once; must not block
     */
    public Regions(Transactions transactions, KeyMaker keys, InstantSource clock, Trail trail, Runnable opened) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
        this.trail = trail;
        this.opened = opened;
    }

    /** All that we know, by name. */
    public List<RegionState> all() {
        return transactions.read(
                session -> session.getMapper(RegionMapper.class).all());
    }

    /**
     * @param code ISO 3166-2
     */
    public Optional<RegionState> find(String code) {
        return RegionCode.canBe(code)
                ? transactions.read(
                        session -> session.getMapper(RegionMapper.class).find(code))
                : Optional.empty();
    }

    /**
     * Opens or closes a region, and notes who did. Whoever was admitted before stays.
     *
     * @param reason shown to people
     */
    public void set(String code, boolean open, String reason, long operatorId) {
        transactions.execute(session -> set(session, code, open, reason, operatorId));
        opened.run();
    }

    private void set(SqlSession session, String code, boolean open, String reason, long operatorId) {
        RegionMapper mapper = session.getMapper(RegionMapper.class);
        Optional<RegionState> before = mapper.find(code);
        if (mapper.set(code, open, reason) == 1) {
            mapper.insertChange(keys.next(), code, open, reason, operatorId, Times.now(clock));
            Verb verb = open ? Verb.REGION_OPENED : Verb.REGION_CLOSED;
            trail.write(
                    session,
                    Entry.of(verb, Entry.NOBODY)
                            .on(code)
                            .from(before.map(Regions::facts).orElse(Map.of()))
                            .to(Map.of("open", open, "reason", reason)));
        }
    }

    private static Map<String, Object> facts(RegionState region) {
        return Map.of("open", region.open(), "reason", region.reason());
    }

    /** Has that address told, once, when the region opens. */
    public void await(RegionState region, String email) {
        Instant now = Times.now(clock);
        transactions.execute(session -> session.getMapper(RegionMapper.class).insertWaiter(region.code(), email, now));
    }
}
