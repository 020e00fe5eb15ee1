package cash.tuppence.webhook.endpoint;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import cash.tuppence.trail.Verb;
import cash.tuppence.webhook.outgoing.AllowedAddresses;
import cash.tuppence.webhook.signing.SigningSecret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** A profile's endpoints. */
public final class Endpoints {
    /** How long the old secret signs beside the new one. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    public static final int MOST_OF_A_PROFILE = 20;

    private final Transactions transactions;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final EndpointRows rows;
    private final AllowedAddresses allowed;
    private final Trail trail;

    public Endpoints(
            Transactions transactions,
            KeyMaker keys,
            InstantSource clock,
            EndpointRows rows,
            AllowedAddresses allowed,
            Trail trail) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
        this.rows = rows;
        this.allowed = allowed;
        this.trail = trail;
    }

    /**
     * Reads what a merchant asks for.
     *
     * @throws cash.tuppence.web.Faults.Found on {@code url}, {@code events} or both
     */
    public EndpointTerms terms(String url, List<String> events) {
        return EndpointTerms.read(url, events, allowed);
    }

    /** Makes one with a secret of its own, in the caller's transaction. */
    public Endpoint create(SqlSession session, long profileId, boolean livemode, EndpointTerms terms) {
        return create(session, profileId, livemode, terms, SigningSecret.random());
    }

    private Endpoint create(
            SqlSession session, long profileId, boolean livemode, EndpointTerms terms, SigningSecret secret) {
        int most = MOST_OF_A_PROFILE;
        mapper(session).lockProfile(profileId);
        if (mapper(session).ofProfile(profileId, livemode, Long.MAX_VALUE, most).size() >= most) {
            throw new Refusal(Reason.ENDPOINTS_TOO_MANY).with(most);
        }
        EndpointRow row = newRow(profileId, livemode, terms, secret);
        mapper(session).insert(row);
        Endpoint made = read(row);
        trail.write(session, entry(Verb.ENDPOINT_ADDED, made).to(facts(made)));
        return made;
    }

    /**
     * As above, in a transaction of its own. A form that is sent twice finds what it made the first time.
     *
     * @param form the form's one-time id
     */
    public Endpoint create(long profileId, boolean livemode, String url, List<String> events, OperationId form) {
        EndpointTerms terms = terms(url, events);
        return transactions.run(session -> {
            mapper(session).lockProfile(profileId);
            return mapper(session)
                    .byForm(profileId, form.bytes())
                    .map(this::read)
                    .orElseGet(() -> createByForm(session, profileId, livemode, terms, form));
        });
    }

    private Endpoint createByForm(
            SqlSession session, long profileId, boolean livemode, EndpointTerms terms, OperationId form) {
        Endpoint made = create(session, profileId, livemode, terms);
        mapper(session).madeBy(made.id().key(), form.bytes());
        return made;
    }

    private EndpointRow newRow(long profileId, boolean livemode, EndpointTerms terms, SigningSecret secret) {
        PublicId id = keys.newId(Endpoint.PREFIX);
        return new EndpointRow(
                id.key(),
                id.nonce(),
                profileId,
                livemode,
                terms.url(),
                terms.events().text(),
                rows.seal(secret),
                null,
                null,
                EndpointState.ENABLED,
                null,
                1,
                Times.now(clock));
    }

    /**
     * Sees to it that the profile has an enabled endpoint at that URL with that secret, and returns it. An endpoint of
     * the same secret at another URL is moved.
     */
    public Endpoint ensure(long profileId, boolean livemode, String url, List<String> events, SigningSecret secret) {
        EndpointTerms terms = terms(url, events);
        Optional<Endpoint> same = list(profileId, livemode).stream()
                .filter(endpoint -> endpoint.secret().equals(secret))
                .findFirst();
        EndpointChange change = new EndpointChange(Optional.of(url), Optional.of(events), Optional.of(true));
        return transactions.run(session -> same.map(known -> change(session, profileId, known.id(), change))
                .orElseGet(() -> create(session, profileId, livemode, terms, secret)));
    }

    /** All of the profile's endpoints that are not deleted, newest first. */
    public List<Endpoint> list(long profileId, boolean livemode) {
        return list(profileId, livemode, Long.MAX_VALUE, MOST_OF_A_PROFILE);
    }

    /**
     * As above.
     *
     * @param beforeId a key to go on from, {@link Long#MAX_VALUE} to start
     */
    public List<Endpoint> list(long profileId, boolean livemode, long beforeId, int limit) {
        return transactions.read(session -> mapper(session).ofProfile(profileId, livemode, beforeId, limit)).stream()
                .map(this::read)
                .toList();
    }

    public Optional<Endpoint> find(long profileId, PublicId id) {
        return transactions
                .read(session -> mapper(session).byPublicId(profileId, id.key(), id.nonce()))
                .map(this::read);
    }

    /** By its key, as other rows name it. */
    public Optional<Endpoint> find(long profileId, long key) {
        Instant now = Times.now(clock);
        return transactions.read(session -> rows.byIds(session, List.of(key), now)).stream()
                .filter(endpoint -> endpoint.profileId() == profileId)
                .filter(endpoint -> endpoint.state() != EndpointState.DELETED)
                .findFirst();
    }

    /**
     * Changes it, in the caller's transaction, and returns it as it is then.
     *
     * @throws Refusal where there is none, or its state does not allow it
     * @throws cash.tuppence.web.Faults.Found on {@code url}, {@code events} or both
     */
    public Endpoint change(SqlSession session, long profileId, PublicId id, EndpointChange change) {
        Endpoint now = lock(session, profileId, id);
        EndpointTerms next = now.terms().with(change, allowed);
        if (!next.equals(now.terms())) {
            mapper(session).update(id.key(), next.url(), next.events().text());
        }
        change.on().filter(on -> on != now.isEnabled()).ifPresent(on -> become(session, now, stateFor(on)));
        Endpoint changed = lock(session, profileId, id);
        if (!facts(changed).equals(facts(now))) {
            trail.write(
                    session, entry(Verb.ENDPOINT_CHANGED, now).from(facts(now)).to(facts(changed)));
        }
        return changed;
    }

    private static Entry entry(Verb verb, Endpoint endpoint) {
        return Entry.of(verb, endpoint.profileId()).on(endpoint.id().text());
    }

    /** Of the address only the machine: merchants put secrets into the rest. */
    private static Map<String, Object> facts(Endpoint endpoint) {
        return Map.of(
                "livemode", endpoint.livemode(),
                "host", endpoint.url().getHost(),
                "url_sha256",
                        HexFormat.of().formatHex(Tokens.sha256(endpoint.url().toString())),
                "events", endpoint.events().text(),
                "enabled", endpoint.isEnabled());
    }

    private static EndpointState stateFor(boolean on) {
        return on ? EndpointState.ENABLED : EndpointState.DISABLED;
    }

    /** As above, in a transaction of its own. */
    public Endpoint change(long profileId, PublicId id, EndpointChange change) {
        return transactions.run(session -> change(session, profileId, id, change));
    }

    /**
     * Gives it a new secret, in the caller's transaction. The old one signs beside it for a day, so that the merchant can
     * change over calmly.
     */
    public Endpoint rotateSecret(SqlSession session, long profileId, PublicId id) {
        Endpoint now = lock(session, profileId, id);
        byte[] next = rows.seal(SigningSecret.random());
        Instant until = Times.now(clock).plus(OVERLAP);
        mapper(session).replaceSecret(id.key(), next, rows.seal(now.secret()), until);
        trail.write(session, entry(Verb.ENDPOINT_SECRET_REPLACED, now));
        return lock(session, profileId, id);
    }

    /** As above, in a transaction of its own. */
    public Endpoint rotateSecret(long profileId, PublicId id) {
        return transactions.run(session -> rotateSecret(session, profileId, id));
    }

    /** It is called no more and shown no more; what was said to it stays on record. */
    public void delete(long profileId, PublicId id) {
        transactions.execute(session -> {
            Endpoint now = lock(session, profileId, id);
            become(session, now, EndpointState.DELETED);
            trail.write(session, entry(Verb.ENDPOINT_REMOVED, now).from(facts(now)));
        });
    }

    private static void become(SqlSession session, Endpoint locked, EndpointState next) {
        EndpointState from = locked.state();
        if (from.mayBecome(next)) {
            mapper(session).changeState(locked.id().key(), from, next);
        } else if (from != next) {
            throw new Refusal(Reason.STATE_CONFLICT);
        }
    }

    private Endpoint lock(SqlSession session, long profileId, PublicId id) {
        return mapper(session)
                .lock(profileId, id.key(), id.nonce())
                .map(this::read)
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    private Endpoint read(EndpointRow row) {
        return rows.read(row, Times.now(clock));
    }

    private static EndpointMapper mapper(SqlSession session) {
        return session.getMapper(EndpointMapper.class);
    }
}
