package cash.tuppence.member.prove;

import cash.tuppence.db.SealedNotes;
import cash.tuppence.db.SecretBox;
import cash.tuppence.member.signin.OwnCookie;
import cash.tuppence.web.Urls;
import cash.tuppence.web.page.Page;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Whose right password a browser has shown, and nothing more yet: a sealed note in a cookie. It is no session and opens
 * nothing but the page that asks for the rest.
 */
final class HalfSignedIn {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final byte[] NOT_REMEMBERED = {0};
    private static final byte[] REMEMBERED = {1};

    private final SealedNotes notes;
    private final OwnCookie cookie;

    HalfSignedIn(SecretBox box, InstantSource clock, Urls urls) {
        this.notes = new SealedNotes(box, clock, "half signed in", LIFETIME);
        this.cookie = new OwnCookie(urls, "tuppence-half-signed-in");
    }

    /**
     * @param remember whether they want to stay signed in on this device
     */
    record Half(long memberId, boolean remember) {}

    void begin(Page page, Half half) {
        byte[] note = notes.write(half.memberId(), half.remember() ? REMEMBERED : NOT_REMEMBERED);
        cookie.write(page.response(), Base64.getUrlEncoder().withoutPadding().encodeToString(note), LIFETIME);
    }

    void end(Page page) {
        if (cookie.read(page.request()).isPresent()) {
            cookie.clear(page.response());
        }
    }

    Optional<Half> find(Page page) {
        return cookie.read(page.request())
                .flatMap(this::note)
                .map(note -> new Half(note.about(), Arrays.equals(note.content(), REMEMBERED)));
    }

    private Optional<SealedNotes.Note> note(String value) {
        try {
            return notes.read(Base64.getUrlDecoder().decode(value));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
