package cash.tuppence.member.passkey;

/**
 * What a browser answers when it has made a passkey, as it came: base64url.
 *
 * @param clientData what the browser says about the ceremony
 * @param object what the device says about the passkey
 */
public record Attestation(String clientData, String object) {}
