package cash.tuppence.business.keys;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.api.KnownSecrets;
import cash.tuppence.member.api.Revocations;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import cash.tuppence.trail.Verb;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.ibatis.session.SqlSession;

/** The secret keys of businesses' programs. Only a hash of each is kept. */
public final class ApiKeys {
    public static final String LIVE = "sk_live_";
    public static final String TEST = "sk_test_";

    private static final int SECRET_CHARACTERS = 43;
    private static final int HINT_CHARACTERS = 4;
    private static final int MOST = 50;

    private final Transactions transactions;
    private final Revocations revocations;
    private final KnownSecrets<ApiKey> known;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final Trail trail;

    public ApiKeys(
            Transactions transactions, Revocations revocations, KeyMaker keys, InstantSource clock, Trail trail) {
        this.transactions = transactions;
        this.revocations = revocations;
        this.known = new KnownSecrets<>(revocations);
        this.keys = keys;
        this.clock = clock;
        this.trail = trail;
    }

    /** A new key for what shops usually do, to be shown once: it is kept nowhere. */
    public String make(SqlSession session, long profileId, boolean livemode, long madeBy) {
        return add(session, new NewKey(profileId, livemode, "", KeyPermission.USUAL, madeBy));
    }

    /**
     * A new key, to be shown once.
     *
     * @throws Refusal where the business has very many already
     */
    public String make(NewKey wanted) {
        return transactions.run(session -> make(session, wanted));
    }

    /** As above, in the caller's transaction. */
    public String make(SqlSession session, NewKey wanted) {
        requireRoom(session, wanted.profileId());
        return add(session, wanted);
    }

    /**
     * For whoever promises a key that is made later.
     *
     * @throws Refusal where the business has very many already
     */
    public void requireRoom(SqlSession session, long profileId) {
        if (mapper(session).list(profileId, Times.now(clock)).size() >= MOST) {
            throw new Refusal(Reason.KEYS_MANY).with(MOST);
        }
    }

    private String add(SqlSession session, NewKey wanted) {
        String text = (wanted.livemode() ? LIVE : TEST) + Tokens.random(SECRET_CHARACTERS);
        long id = insert(session, text, wanted);
        trail.write(session, Entry.of(Verb.KEY_MADE, wanted.profileId()).on(id).to(facts(wanted)));
        return text;
    }

    private static Map<String, Object> facts(NewKey key) {
        return Map.of(
                "livemode", key.livemode(),
                "permissions", KeyPermission.join(key.permissions()),
                "made_by", String.valueOf(key.madeBy()));
    }

    /** Takes in a key with a text of its own, as demo data has them; does nothing where it was taken in before. */
    public void add(SqlSession session, long profileId, String text, long madeBy) {
        insert(session, text, new NewKey(profileId, text.startsWith(LIVE), "", KeyPermission.USUAL, madeBy));
    }

    private long insert(SqlSession session, String text, NewKey wanted) {
        String permissions = KeyPermission.join(wanted.permissions());
        ApiKey key = new ApiKey(keys.next(), wanted.profileId(), wanted.livemode(), permissions, null);
        String hint = text.substring(text.length() - HINT_CHARACTERS);
        mapper(session).insert(key, wanted.name(), Tokens.sha256(text), hint, wanted.madeBy(), Times.now(clock));
        return key.id();
    }

    /** Whom the key speaks for; empty where it was never made, was revoked, or is over. */
    public Optional<ApiKey> find(String text) {
        if (!text.startsWith(LIVE) && !text.startsWith(TEST)) {
            return Optional.empty();
        }
        return known.find(text, this::read).filter(key -> !key.isOver(clock.instant()));
    }

    /** Those that let somebody in, newest first. */
    public List<KeyRow> list(long profileId) {
        return transactions.read(session -> mapper(session).list(profileId, Times.now(clock)));
    }

    /**
     * A new key like that one, which itself ends after a while. Once it returns, every node knows of that end.
     *
     * @param grace how long both are good; none at all where the old one has leaked
     * @param check refuses where that key is not for whoever asks to hand out
     * @throws Refusal where the business has no such key
     */
    public String roll(long profileId, long id, Duration grace, long memberId, Consumer<Set<KeyPermission>> check) {
        String text = transactions.run(session -> {
            Instant now = Times.now(clock);
            ApiKey old = mapper(session).lock(profileId, id, now).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
            if (old.livemode()) {
                check.accept(old.granted());
            }
            end(session, old, now, grace);
            String name = mapper(session).name(id);
            return add(session, new NewKey(profileId, old.livemode(), name, old.granted(), memberId));
        });
        revocations.awaitEverywhere();
        return text;
    }

    /** One that ends sooner by itself is not given more time. */
    private void end(SqlSession session, ApiKey key, Instant now, Duration grace) {
        revocations.note(session);
        Map<String, ?> grant = Map.of("grace_seconds", grace.toSeconds());
        trail.write(
                session, Entry.of(Verb.KEY_ROLLED, key.profileId()).on(key.id()).to(grant));
        if (grace.isZero()) {
            mapper(session).revoke(key.profileId(), key.id(), now);
        } else if (!key.isOver(now.plus(grace))) {
            mapper(session).end(key.id(), now.plus(grace));
        }
    }

    /** Says whether the business had such a key. Once it returns, no node lets that key in. */
    public boolean revoke(long profileId, long id) {
        return revoke(mapper -> mapper.lock(profileId, id, Times.now(clock)));
    }

    /** As above, by the key itself. */
    public boolean revoke(String text) {
        return revoke(mapper -> mapper.lockByHash(Tokens.sha256(text), Times.now(clock)));
    }

    private boolean revoke(Function<KeyMapper, Optional<ApiKey>> find) {
        boolean revoked = transactions.run(session -> {
            Optional<ApiKey> found = find.apply(mapper(session));
            found.ifPresent(key -> revoke(session, key));
            return found.isPresent();
        });
        revocations.awaitEverywhere();
        return revoked;
    }

    private void revoke(SqlSession session, ApiKey key) {
        mapper(session).revoke(key.profileId(), key.id(), Times.now(clock));
        revocations.note(session);
        trail.write(session, Entry.of(Verb.KEY_REVOKED, key.profileId()).on(key.id()));
    }

    private Optional<ApiKey> read(byte[] hash) {
        return transactions.read(session -> mapper(session).byHash(hash));
    }

    private static KeyMapper mapper(SqlSession session) {
        return session.getMapper(KeyMapper.class);
    }
}
