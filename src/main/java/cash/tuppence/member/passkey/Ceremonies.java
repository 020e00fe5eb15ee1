package cash.tuppence.member.passkey;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/**
 * The two ceremonies of WebAuthn as the specification lists their steps (level 3, 7.1 and 7.2), done by a library. The
 * device must have made sure by itself that it is the person: a passkey alone signs in. Which model of device it is does
 * not matter, so no attestation is asked for.
 */
final class Ceremonies {
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private static final boolean USER_VERIFICATION_REQUIRED = true;

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final RelyingParty party;

    Ceremonies(RelyingParty party) {
        this.party = party;
    }

    /** What a device that was just asked for a passkey says, not believed yet. */
    RegistrationData read(Attestation attestation) {
        byte[] object = Base64Url.decode(attestation.object());
        byte[] clientData = Base64Url.decode(attestation.clientData());
        return orRefuse(() -> manager.parse(new RegistrationRequest(object, clientData)));
    }

    /** What a device that was asked for a signature says, not believed yet. */
    AuthenticationData read(Assertion assertion) {
        byte[] userHandle = assertion.userHandle().isEmpty() ? null : Base64Url.decode(assertion.userHandle());
        AuthenticationRequest request = new AuthenticationRequest(
                Base64Url.decode(assertion.credential()),
                userHandle,
                Base64Url.decode(assertion.authenticatorData()),
                Base64Url.decode(assertion.clientData()),
                Base64Url.decode(assertion.signature()));
        return orRefuse(() -> manager.parse(request));
    }

    /** The challenge that was answered, as the answer says. */
    static byte[] challenge(CollectedClientData clientData) {
        return Optional.ofNullable(clientData)
                .map(data -> data.getChallenge().getValue())
                .orElseThrow(() -> new Refusal(Reason.PASSKEY_REFUSED));
    }

    /**
     * The new passkey.
     *
     * @throws Refusal where any step fails
     */
    CredentialRecord verify(RegistrationData said, byte[] challenge) {
        List<PublicKeyCredentialParameters> wanted = ALGORITHMS.stream()
                .map(one -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one))
                .toList();
        RegistrationParameters parameters =
                new RegistrationParameters(party.expecting(challenge), wanted, USER_VERIFICATION_REQUIRED);
        return orRefuse(() -> {
            RegistrationData verified = manager.verify(said, parameters);
            return new CredentialRecordImpl(
                    verified.getAttestationObject(), verified.getCollectedClientData(), null, null);
        });
    }

    /**
     * The passkey's counter after that use.
     *
     * @throws Refusal where any step fails
     */
    long verify(AuthenticationData said, byte[] challenge, PasskeyRow known) {
        AuthenticationParameters parameters = new AuthenticationParameters(
                party.expecting(challenge), record(known), List.of(known.credentialId()), USER_VERIFICATION_REQUIRED);
        return orRefuse(
                () -> manager.verify(said, parameters).getAuthenticatorData().getSignCount());
    }

    private CredentialRecord record(PasskeyRow known) {
        AttestedCredentialData credential = credentials.convert(known.credential());
        return new CredentialRecordImpl(
                null, true, known.backupEligible(), null, known.signCount(), credential, null, null, null, null);
    }

    byte[] bytes(AttestedCredentialData credential) {
        return credentials.convert(credential);
    }

    /** Whatever the library does not like is refused the same way: who tries things out learns nothing from it. */
    private static <T> T orRefuse(Supplier<T> work) {
        try {
            return work.get();
        } catch (WebAuthnException | JacksonException | IllegalArgumentException unfit) {
            throw new Refusal(Reason.PASSKEY_REFUSED);
        }
    }
}
