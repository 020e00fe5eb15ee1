package cash.tuppence.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A passkey and the browser around it, as the specification has them: it makes the bytes by itself, and shares no code
 * with what is tested. It can also lie.
 */
public final class SoftPasskey {
    public static final int PRESENT = 0x01;
    public static final int VERIFIED = 0x04;

    private static final int ATTESTED = 0x40;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final byte[] id =
            UUID.randomUUID().toString().replace("-", "").substring(0, 24).getBytes(StandardCharsets.US_ASCII);
    private final KeyPair pair = pair();
    private String userHandle = "";
    private String origin;
    private int flags = PRESENT | VERIFIED;
    private int counter;

    public SoftPasskey(String origin) {
        this.origin = origin;
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The browser is on another page from now on. */
    public SoftPasskey on(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    public SoftPasskey withFlags(int otherFlags) {
        flags = otherFlags;
        return this;
    }

    /** What the counter stands at when it is shown next; it counts on by itself from 1. */
    public SoftPasskey withCounter(int at) {
        counter = at;
        return this;
    }

    public SoftPasskey forUser(String handle) {
        userHandle = handle;
        return this;
    }

    /** What {@code navigator.credentials.create} answers, as the page's form sends it. */
    public Map<String, String> create(String options) {
        JsonNode asked = JsonMapper.shared().readTree(options);
        userHandle = asked.get("user").get("id").asString();
        byte[] data =
                authenticatorData(asked.get("rp").get("id").asString(), flags | ATTESTED, attestedCredentialData());
        byte[] object = join(
                HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a068617574684461746158"),
                new byte[] {(byte) data.length},
                data);
        return Map.of("client_data", base64(clientData("webauthn.create", asked)), "attestation", base64(object));
    }

    /** What {@code navigator.credentials.get} answers, as the page's form sends it. */
    public Map<String, String> show(String options) {
        JsonNode asked = JsonMapper.shared().readTree(options);
        byte[] clientData = clientData("webauthn.get", asked);
        if (counter > 0) {
            counter++;
        }
        byte[] data = authenticatorData(asked.get("rpId").asString(), flags, new byte[0]);
        return Map.of(
                "credential", base64(id),
                "client_data", base64(clientData),
                "authenticator_data", base64(data),
                "signature", base64(sign(join(data, sha256(clientData)))),
                "user_handle", userHandle);
    }

    private byte[] clientData(String type, JsonNode asked) {
        String challenge = asked.get("challenge").asString();
        return JsonMapper.shared()
                .writeValueAsBytes(
                        Map.of("type", type, "challenge", challenge, "origin", origin, "crossOrigin", false));
    }

    private byte[] authenticatorData(String rpId, int allFlags, byte[] attested) {
        byte[] counted = ByteBuffer.allocate(Integer.BYTES).putInt(counter).array();
        return join(sha256(rpId.getBytes(StandardCharsets.UTF_8)), new byte[] {(byte) allFlags}, counted, attested);
    }

    /** No model, the id, and the key as COSE has it: kind EC2, ES256, P-256, both coordinates. */
    private byte[] attestedCredentialData() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        HexFormat hex = HexFormat.of();
        return join(
                new byte[16],
                new byte[] {0, (byte) id.length},
                id,
                hex.parseHex("a5010203262001215820"),
                coordinate(key.getW().getAffineX()),
                hex.parseHex("225820"),
                coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        String hex = number.toString(16);
        return HexFormat.of().parseHex("0".repeat(64 - hex.length()) + hex);
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
