package cash.tuppence.member.passkey;

import cash.tuppence.member.Viewer;
import cash.tuppence.web.json.Json;
import java.util.List;
import java.util.Map;

/** What a page's script hands to {@code navigator.credentials}, as WebAuthn's JSON has it; bytes are base64url. */
final class Options {
    private static final long TIMEOUT_MILLIS = 300_000;
    private static final String TYPE = "public-key";

    private final Json json;
    private final RelyingParty party;

    Options(Json json, RelyingParty party) {
        this.json = json;
        this.party = party;
    }

    /** For a passkey that its device can find by itself, so that it signs in without a name being typed. */
    String creation(byte[] challenge, byte[] userHandle, Viewer member, String email, List<PasskeyRow> known) {
        return json.write(Map.of(
                "rp", Map.of("id", party.id(), "name", "Tuppence"),
                "user", Map.of("id", Base64Url.encode(userHandle), "name", email, "displayName", member.name()),
                "challenge", Base64Url.encode(challenge),
                "pubKeyCredParams",
                        Ceremonies.ALGORITHMS.stream()
                                .map(one -> Map.of("type", TYPE, "alg", one.getValue()))
                                .toList(),
                "timeout", TIMEOUT_MILLIS,
                "excludeCredentials", descriptors(known),
                "authenticatorSelection",
                        Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
                "attestation", "none"));
    }

    /**
     * @param allowed empty where any will do
     */
    String request(byte[] challenge, List<PasskeyRow> allowed) {
        return json.write(Map.of(
                "rpId",
                party.id(),
                "challenge",
                Base64Url.encode(challenge),
                "timeout",
                TIMEOUT_MILLIS,
                "allowCredentials",
                descriptors(allowed),
                "userVerification",
                "required"));
    }

    private static List<Map<String, String>> descriptors(List<PasskeyRow> rows) {
        return rows.stream()
                .map(row -> Map.of("type", TYPE, "id", Base64Url.encode(row.credentialId())))
                .toList();
    }
}
