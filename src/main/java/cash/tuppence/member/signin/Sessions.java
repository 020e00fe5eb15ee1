package cash.tuppence.member.signin;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.api.Revocations;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import cash.tuppence.trail.Verb;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.ibatis.session.SqlSession;

/**
 * Who is signed in, in the database, so that any node knows it and a restart signs nobody out. What the cookie says is
 * kept as a hash only.
 */
public final class Sessions {
    /** How far a node may lag behind somebody's own signing out on another one; what is ended from afar ends at once. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);
    private static final long NONE = 0;

    private final Cache<ByteBuffer, Known> known = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    private final Transactions transactions;
    private final Revocations revocations;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final SessionLimits limits;
    private final Trail trail;

    /**
     * @param revision from before the row was read: an end that the reading may have missed has a greater one
     */
    private record Known(long revision, Optional<SessionRow> row) {}

    public Sessions(
            Transactions transactions,
            Revocations revocations,
            KeyMaker keys,
            InstantSource clock,
            SessionLimits limits,
            Trail trail) {
        this.transactions = transactions;
        this.revocations = revocations;
        this.keys = keys;
        this.clock = clock;
        this.limits = limits;
        this.trail = trail;
    }

    /** The number of a session that is about to begin. */
    long newId() {
        return keys.next();
    }

    /** The session that a cookie speaks of, where it is not over. */
    Optional<SessionRow> find(String cookie) {
        byte[] hash = Tokens.sha256(cookie);
        ByteBuffer key = ByteBuffer.wrap(hash);
        long revision = revocations.revision();
        Known found = known.getIfPresent(key);
        if (found == null || found.revision() != revision) {
            found = new Known(revision, read(mapper -> mapper.byHash(hash)));
            known.put(key, found);
        }
        Instant now = clock.instant();
        return found.row().filter(row -> limits.isAlive(row.startedAt(), row.lastAccessAt(), now));
    }

    void begin(String cookie, long memberId, Arrival arrival) {
        Instant now = Times.now(clock);
        byte[] hash = Tokens.sha256(cookie);
        NewSession session = new NewSession(
                hash,
                arrival.sessionId(),
                memberId,
                arrival.method(),
                now,
                arrival.method().proves() ? now : null,
                arrival.device(),
                arrival.address(),
                arrival.rememberedId().orElse(null));
        transactions.execute(open -> mapper(open).insert(session));
        known.invalidate(ByteBuffer.wrap(hash));
    }

    /** Has the next request read the session again. */
    void reload(String cookie) {
        known.invalidate(ByteBuffer.wrap(Tokens.sha256(cookie)));
    }

    /** Notes that it was used, at most once a minute. */
    void touch(String cookie, SessionRow row) {
        Instant now = Times.now(clock);
        if (now.isBefore(row.lastAccessAt().plus(TOUCHED_EVERY))) {
            return;
        }
        transactions.execute(open -> mapper(open).touch(row.id(), now));
        reload(cookie);
    }

    /** Signs out whoever has that cookie; where their device was remembered, it no longer is. */
    void end(String cookie) {
        byte[] hash = Tokens.sha256(cookie);
        transactions.execute(open -> {
            mapper(open).forgetDevice(hash);
            mapper(open).delete(hash);
        });
        known.invalidate(ByteBuffer.wrap(hash));
    }

    /** Ends all sessions of a member but that one; nodes hear of it once that is committed. */
    void endAll(SqlSession open, long memberId, OptionalLong except) {
        revocations.note(open);
        mapper(open).forgetDevicesOf(memberId, except.orElse(NONE));
        mapper(open).deleteOf(memberId, except.orElse(NONE));
        Map<String, ?> kept = Map.of("one_kept", except.isPresent());
        trail.write(open, Entry.of(Verb.SESSIONS_ENDED, memberId).to(kept));
    }

    /** Never remembered by a node, so that a proof on another one counts here at once. */
    Optional<Instant> provedAt(long id) {
        return read(mapper -> mapper.factorAt(id));
    }

    void prove(long id) {
        transactions.execute(open -> mapper(open).prove(id, Times.now(clock)));
    }

    /** Removes the sessions that are over; says how many. */
    int sweep() {
        Instant now = Times.now(clock);
        return transactions.run(open -> mapper(open).deleteOver(now.minus(limits.idle()), now.minus(limits.longest())));
    }

    private <T> T read(Function<SessionMapper, T> question) {
        return transactions.read(open -> question.apply(mapper(open)));
    }

    private static SessionMapper mapper(SqlSession open) {
        return open.getMapper(SessionMapper.class);
    }
}
