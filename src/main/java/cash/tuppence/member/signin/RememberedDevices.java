package cash.tuppence.member.signin;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.api.Revocations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/**
 * Devices on which somebody wants to stay signed in. The cookie has two parts: one names the device, the other is a
 * token that changes with each use. Whoever copies the cookie and uses it makes the owner's token an old one, or theirs
 * becomes one; an old token that turns up therefore ends all that it has opened. See docs/decisions/031.
 */
public final class RememberedDevices {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int SELECTOR_CHARACTERS = 22;
    private static final int TOKEN_CHARACTERS = 43;

    private final Transactions transactions;
    private final Revocations revocations;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final Duration longest;
    private final SignInNews news;

    /**
     * @param longest after which a password or a passkey is needed again
     */
    public RememberedDevices(
            Transactions transactions,
            Revocations revocations,
            KeyMaker keys,
            InstantSource clock,
            Duration longest,
            SignInNews news) {
        this.transactions = transactions;
        this.revocations = revocations;
        this.keys = keys;
        this.clock = clock;
        this.longest = longest;
        this.news = news;
    }

    /**
     * @param cookie what the browser is to keep
     */
    record Remembered(long id, String cookie) {}

    /**
     * Somebody who is let in because their device is remembered.
     *
     * @param cookie what the browser is to keep from now on; empty where another request of it was given that already
     */
    record Recalled(Viewer member, long id, Optional<String> cookie) {}

    private sealed interface Outcome {
        record In(Recalled recalled) implements Outcome {}

        record Unknown() implements Outcome {}

        record Stolen() implements Outcome {}
    }

    private record Cookie(String selector, String token) {
        static Optional<Cookie> parse(String text) {
            int dot = text.indexOf('.');
            return dot < 0
                    ? Optional.empty()
                    : Optional.of(new Cookie(text.substring(0, dot), text.substring(dot + 1)));
        }

        String text() {
            return selector + "." + token;
        }
    }

    Duration longest() {
        return longest;
    }

    Remembered remember(long memberId, Arrival arrival) {
        Cookie cookie = new Cookie(Tokens.random(SELECTOR_CHARACTERS), Tokens.random(TOKEN_CHARACTERS));
        NewRemembered device = new NewRemembered(
                keys.next(),
                memberId,
                Tokens.sha256(cookie.selector()),
                Tokens.sha256(cookie.token()),
                arrival.device(),
                arrival.address(),
                Times.now(clock));
        transactions.execute(open -> mapper(open).insert(device));
        return new Remembered(device.id(), cookie.text());
    }

    /** Who comes in by that cookie. Where it is an old one, all that the device has opened is over when this returns. */
    Optional<Recalled> recall(String text, Arrival arrival) {
        Optional<Cookie> cookie = Cookie.parse(text);
        if (cookie.isEmpty()) {
            return Optional.empty();
        }
        Outcome outcome = transactions.run(open -> recall(open, cookie.get(), arrival));
        if (outcome instanceof Outcome.Stolen) {
            news.committed();
            revocations.awaitEverywhere();
        }
        return outcome instanceof Outcome.In in ? Optional.of(in.recalled()) : Optional.empty();
    }

    private Outcome recall(SqlSession open, Cookie cookie, Arrival arrival) {
        Optional<RememberedRow> device =
                mapper(open).lock(Tokens.sha256(cookie.selector())).filter(this::isAlive);
        Optional<Viewer> member = device.flatMap(row -> mapper(open).viewer(row.memberId()));
        return member.isEmpty() ? new Outcome.Unknown() : decide(open, device.get(), member.get(), cookie, arrival);
    }

    private boolean isAlive(RememberedRow device) {
        return clock.instant().isBefore(device.createdAt().plus(longest));
    }

    private Outcome decide(SqlSession open, RememberedRow device, Viewer member, Cookie cookie, Arrival arrival) {
        Instant now = Times.now(clock);
        byte[] shown = Tokens.sha256(cookie.token());
        if (device.isTwin(shown, now, GRACE)) {
            return new Outcome.In(new Recalled(member, device.id(), Optional.empty()));
        }
        if (device.hasToken(shown) || device.isLost(shown)) {
            Cookie next = new Cookie(cookie.selector(), Tokens.random(TOKEN_CHARACTERS));
            mapper(open).rotate(device.id(), Tokens.sha256(next.token()), shown, arrival.sessionId(), now);
            return new Outcome.In(new Recalled(member, device.id(), Optional.of(next.text())));
        }
        mapper(open).delete(device.id());
        revocations.note(open);
        news.oldTokenUsed(open, device.memberId(), device.device(), arrival.address());
        return new Outcome.Stolen();
    }

    /** The browser has used the session that it was given together with its present token. */
    void arrived(long sessionId) {
        transactions.execute(open -> mapper(open).arrived(sessionId));
    }

    /** Forgets the devices that were remembered for long enough; says how many. */
    int sweep() {
        return transactions.run(
                open -> mapper(open).deleteMadeBefore(clock.instant().minus(longest)));
    }

    private static RememberedMapper mapper(SqlSession open) {
        return open.getMapper(RememberedMapper.class);
    }
}
