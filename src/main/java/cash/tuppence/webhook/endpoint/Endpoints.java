package cash.tuppence.webhook.endpoint;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.webhook.outgoing.AllowedAddresses;
import cash.tuppence.webhook.outgoing.CallbackUrl;
import cash.tuppence.webhook.signing.SigningSecret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.ibatis.session.SqlSession;

/** A profile's endpoints. All methods open a transaction of their own. */
public final class Endpoints {
    /** How long the old secret signs beside the new one. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private static final int MOST_OF_A_PROFILE = 20;

    private final Transactions transactions;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final EndpointRows rows;
    private final AllowedAddresses allowed;

    public Endpoints(
            Transactions transactions,
            KeyMaker keys,
            InstantSource clock,
            EndpointRows rows,
            AllowedAddresses allowed) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
        this.rows = rows;
        this.allowed = allowed;
    }

    /**
     * Makes one with a secret of its own.
     *
     * @throws Refusal on {@code url} or {@code events}
     */
    public Endpoint create(long profileId, boolean livemode, String url, List<String> events) {
        return create(profileId, livemode, url, events, SigningSecret.random());
    }

    /** As the other, with a secret that the merchant has already. */
    public Endpoint create(long profileId, boolean livemode, String url, List<String> events, SigningSecret secret) {
        EndpointRow row = newRow(profileId, livemode, checkedUrl(url), checkedEvents(events), secret);
        transactions.execute(session -> {
            if (mapper(session).ofProfile(profileId, livemode).size() >= MOST_OF_A_PROFILE) {
                throw new Refusal(Reason.LIMIT_EXCEEDED);
            }
            mapper(session).insert(row);
        });
        return read(row);
    }

    private EndpointRow newRow(long profileId, boolean livemode, String url, EventFilter events, SigningSecret secret) {
        PublicId id = keys.newId(Endpoint.PREFIX);
        return new EndpointRow(
                id.key(),
                id.nonce(),
                profileId,
                livemode,
                url,
                events.text(),
                rows.seal(secret),
                null,
                null,
                EndpointState.ENABLED,
                null,
                Times.now(clock));
    }

    /**
     * Sees to it that the profile has an enabled endpoint at that URL with that secret, and returns it. An endpoint of
     * the same secret at another URL is moved.
     */
    public Endpoint ensure(long profileId, boolean livemode, String url, List<String> events, SigningSecret secret) {
        Optional<Endpoint> same = list(profileId, livemode).stream()
                .filter(endpoint -> endpoint.secret().equals(secret))
                .findFirst();
        if (same.isEmpty()) {
            return create(profileId, livemode, url, events, secret);
        }
        PublicId id = same.get().id();
        change(profileId, id, url, events);
        return same.get().isEnabled() ? get(profileId, id) : enable(profileId, id);
    }

    /** The profile's endpoints that are not deleted, newest first. */
    public List<Endpoint> list(long profileId, boolean livemode) {
        return transactions.read(session -> mapper(session).ofProfile(profileId, livemode)).stream()
                .map(this::read)
                .toList();
    }

    public Optional<Endpoint> find(long profileId, PublicId id) {
        return transactions
                .read(session -> mapper(session).byPublicId(profileId, id.key(), id.nonce()))
                .map(this::read);
    }

    /** Changes where it is and what it hears of. */
    public Endpoint change(long profileId, PublicId id, String url, List<String> events) {
        String checkedUrl = checkedUrl(url);
        EventFilter filter = checkedEvents(events);
        return edit(profileId, id, session -> mapper(session).update(id.key(), checkedUrl, filter.text()));
    }

    /** Gives it a new secret. The old one signs beside it for a day, so that the merchant can change over calmly. */
    public Endpoint rotateSecret(long profileId, PublicId id) {
        Endpoint now = get(profileId, id);
        byte[] next = rows.seal(SigningSecret.random());
        byte[] previous = rows.seal(now.secret());
        Instant until = Times.now(clock).plus(OVERLAP);
        return edit(profileId, id, session -> mapper(session).replaceSecret(id.key(), next, previous, until));
    }

    public Endpoint enable(long profileId, PublicId id) {
        return become(profileId, id, EndpointState.ENABLED);
    }

    public Endpoint disable(long profileId, PublicId id) {
        return become(profileId, id, EndpointState.DISABLED);
    }

    /** It is called no more and shown no more; what was said to it stays on record. */
    public void delete(long profileId, PublicId id) {
        changeState(get(profileId, id), EndpointState.DELETED);
    }

    private Endpoint become(long profileId, PublicId id, EndpointState next) {
        Endpoint now = get(profileId, id);
        if (now.state() != next) {
            changeState(now, next);
        }
        return get(profileId, id);
    }

    private void changeState(Endpoint endpoint, EndpointState next) {
        EndpointState from = endpoint.state();
        int changed = from.mayBecome(next)
                ? transactions.run(
                        session -> mapper(session).changeState(endpoint.id().key(), from, next))
                : 0;
        if (changed == 0) {
            throw new Refusal(Reason.STATE_CONFLICT);
        }
    }

    private Endpoint edit(long profileId, PublicId id, Consumer<SqlSession> edit) {
        get(profileId, id);
        transactions.execute(edit);
        return get(profileId, id);
    }

    private Endpoint get(long profileId, PublicId id) {
        return find(profileId, id).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    private String checkedUrl(String url) {
        try {
            return CallbackUrl.parse(url, allowed).toString();
        } catch (Refusal refusal) {
            throw refusal.on("url");
        }
    }

    private static EventFilter checkedEvents(List<String> events) {
        try {
            return EventFilter.of(events);
        } catch (Refusal refusal) {
            throw refusal.on("events");
        }
    }

    private Endpoint read(EndpointRow row) {
        return rows.read(row, Times.now(clock));
    }

    private static EndpointMapper mapper(SqlSession session) {
        return session.getMapper(EndpointMapper.class);
    }
}
