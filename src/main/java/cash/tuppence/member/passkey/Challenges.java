package cash.tuppence.member.passkey;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.SealedNotes;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Tokens;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.ibatis.session.SqlSession;

/**
 * What a device has to sign. A challenge is a note to ourselves, sealed: whoever looks at the sign-in page costs us no
 * row. Only those that were answered are kept until they would be too old anyway, so that none is answered twice.
 */
final class Challenges {
    /** Somebody may leave the sign-in page open for a while. */
    static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final byte[] NOTHING_MORE = {};

    private final SealedNotes notes;
    private final InstantSource clock;

    /**
     * @param purpose no challenge for one thing is good for another
     */
    Challenges(SecretBox box, InstantSource clock, String purpose) {
        this.notes = new SealedNotes(box, clock, "passkey " + purpose, LIFETIME);
        this.clock = clock;
    }

    /**
     * @param memberId who has to answer, or 0 for anybody
     */
    byte[] make(long memberId) {
        return notes.write(memberId, NOTHING_MORE);
    }

    /**
     * @throws Refusal where we did not make it for that member, or too long ago
     */
    void require(byte[] challenge, long memberId) {
        if (notes.read(challenge).filter(note -> note.about() == memberId).isEmpty()) {
            throw new Refusal(Reason.PASSKEY_REFUSED);
        }
    }

    /**
     * @throws Refusal where it was answered before
     */
    void useUp(SqlSession session, byte[] challenge) {
        byte[] hash = Tokens.sha256(challenge);
        if (session.getMapper(PasskeyMapper.class).useChallenge(hash, Times.now(clock)) == 0) {
            throw new Refusal(Reason.PASSKEY_REFUSED);
        }
    }
}
