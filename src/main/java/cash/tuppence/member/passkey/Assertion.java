package cash.tuppence.member.passkey;

/**
 * What a browser answers when somebody showed a passkey, as it came: base64url.
 *
 * @param credential which passkey it is
 * @param clientData what the browser says about the ceremony
 * @param authenticatorData what the device says about it
 * @param signature over both
 * @param userHandle whose passkey the device takes it to be; empty where it does not say
 */
public record Assertion(
        String credential, String clientData, String authenticatorData, String signature, String userHandle) {}
