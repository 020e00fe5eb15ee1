package cash.tuppence.member.passkey;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.Urls;
import cash.tuppence.web.guard.Signer;
import cash.tuppence.web.json.Json;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** People's passkeys: how they are made, shown, named and removed. */
public final class Passkeys {
    static final int MOST = 20;

    /** Challenges are refused by then, whether they were answered or not. */
    private static final Duration KEPT = Challenges.LIFETIME.multipliedBy(2);

    private static final long ANYBODY = 0;

    private final Transactions transactions;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final Signer handles;
    private final Challenges creating;
    private final Challenges signingIn;
    private final Challenges proving;
    private final Ceremonies ceremonies;
    private final Options options;

    /**
     * @param secretKey the server's {@code secret-key}
     */
    public Passkeys(
            Transactions transactions, KeyMaker keys, InstantSource clock, byte[] secretKey, Urls urls, Json json) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
        this.handles = new Signer(secretKey, "passkey user handle");
        SecretBox box = new SecretBox(secretKey);
        this.creating = new Challenges(box, clock, "creation");
        this.signingIn = new Challenges(box, clock, "sign-in");
        this.proving = new Challenges(box, clock, "proof");
        RelyingParty party = new RelyingParty(urls);
        this.ceremonies = new Ceremonies(party);
        this.options = new Options(json, party);
    }

    public List<Passkey> of(long memberId) {
        return rows(memberId).stream().map(PasskeyRow::passkey).toList();
    }

    private List<PasskeyRow> rows(long memberId) {
        return transactions.read(
                session -> session.getMapper(PasskeyMapper.class).ofMember(memberId));
    }

    /** What to ask a browser for, to make a passkey: JSON. */
    public String creationOptions(Viewer member, String email) {
        long id = member.memberId();
        return options.creation(creating.make(id), handle(id), member, email, rows(id));
    }

    /** What to ask a browser for, to sign in whoever has a passkey of ours: JSON. */
    public String signInOptions() {
        return options.request(signingIn.make(ANYBODY), List.of());
    }

    /** What to ask a browser for, to show that it is that member: JSON. */
    public String proofOptions(long memberId) {
        return options.request(proving.make(memberId), rows(memberId));
    }

    /** The name by which devices know a member: no number of ours, and the same each time. */
    private byte[] handle(long memberId) {
        return Base64Url.decode(handles.sign(String.valueOf(memberId)));
    }

    /**
     * Keeps a passkey that a member's browser made.
     *
     * @param name what they call it
     * @throws Refusal where the answer is not good, or there are too many
     */
    public void add(SqlSession session, long memberId, String name, Attestation attestation) {
        RegistrationData said = ceremonies.read(attestation);
        byte[] challenge = Ceremonies.challenge(said.getCollectedClientData());
        creating.require(challenge, memberId);
        CredentialRecord made = ceremonies.verify(said, challenge);
        PasskeyMapper mapper = session.getMapper(PasskeyMapper.class);
        AttestedCredentialData credential = made.getAttestedCredentialData();
        if (mapper.byCredentialId(credential.getCredentialId()).isPresent()) {
            throw new Refusal(Reason.PASSKEY_KNOWN);
        }
        if (mapper.ofMember(memberId).size() >= MOST) {
            throw new Refusal(Reason.PASSKEYS_MANY).with(MOST);
        }
        creating.useUp(session, challenge);
        mapper.insert(new PasskeyRow(
                keys.next(),
                memberId,
                credential.getCredentialId(),
                ceremonies.bytes(credential),
                made.getCounter(),
                Boolean.TRUE.equals(made.isBackupEligible()),
                name,
                Times.now(clock),
                null));
    }

    /**
     * Whose passkey was shown to sign in.
     *
     * @throws Refusal where the answer is not good
     */
    public long signIn(Assertion assertion) {
        return check(assertion, signingIn, ANYBODY);
    }

    /**
     * Makes sure that a passkey of that member was shown.
     *
     * @throws Refusal where the answer is not good
     */
    public void prove(long memberId, Assertion assertion) {
        check(assertion, proving, memberId);
    }

    private long check(Assertion assertion, Challenges challenges, long wanted) {
        AuthenticationData said = ceremonies.read(assertion);
        byte[] challenge = Ceremonies.challenge(said.getCollectedClientData());
        challenges.require(challenge, wanted);
        PasskeyRow known = transactions
                .read(session -> session.getMapper(PasskeyMapper.class).byCredentialId(said.getCredentialId()))
                .filter(row -> wanted == ANYBODY || row.memberId() == wanted)
                .filter(row -> isOwners(row, said))
                .orElseThrow(() -> new Refusal(Reason.PASSKEY_REFUSED));
        long signCount = ceremonies.verify(said, challenge, known);
        transactions.execute(session -> use(session, challenges, challenge, known, signCount));
        return known.memberId();
    }

    /** Where the device says whose it is, that must be true; a device that was asked for one certain passkey need not. */
    private boolean isOwners(PasskeyRow row, AuthenticationData said) {
        byte[] handle = said.getUserHandle();
        return handle == null || MessageDigest.isEqual(handle, handle(row.memberId()));
    }

    private void use(SqlSession session, Challenges challenges, byte[] challenge, PasskeyRow known, long signCount) {
        challenges.useUp(session, challenge);
        if (session.getMapper(PasskeyMapper.class).use(known.id(), signCount, Times.now(clock)) == 0) {
            throw new Refusal(Reason.PASSKEY_REFUSED);
        }
    }

    /**
     * @throws Refusal where they have no such passkey
     */
    public void rename(long memberId, String id, String name) {
        byte[] credentialId = Base64Url.decode(id);
        if (transactions.run(session -> session.getMapper(PasskeyMapper.class).rename(memberId, credentialId, name))
                == 0) {
            throw new Refusal(Reason.NOT_FOUND);
        }
    }

    /**
     * Whoever shows it from now on is refused.
     *
     * @return what it was called
     * @throws Refusal where they have no such passkey
     */
    public String remove(SqlSession session, long memberId, String id) {
        PasskeyMapper mapper = session.getMapper(PasskeyMapper.class);
        byte[] credentialId = Base64Url.decode(id);
        PasskeyRow known = mapper.byCredentialId(credentialId)
                .filter(row -> mapper.delete(memberId, credentialId) > 0)
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        return known.name();
    }

    /** Forgets challenges that are refused anyway. */
    public void sweep() {
        Instant before = Times.now(clock).minus(KEPT);
        transactions.execute(session -> session.getMapper(PasskeyMapper.class).deleteChallenges(before));
    }
}
