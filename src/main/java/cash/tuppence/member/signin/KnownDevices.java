package cash.tuppence.member.signin;

import cash.tuppence.db.Tokens;
import cash.tuppence.web.Urls;
import cash.tuppence.web.guard.Signer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which browsers somebody has signed in with before: a cookie that we signed says so. It opens nothing. But strangers who
 * guess a password cannot have it, so their tries need never keep its owner waiting (OWASP's device cookies).
 */
public final class KnownDevices {
    private static final Duration LIFETIME = Duration.ofDays(365);
    private static final int NAME_CHARACTERS = 22;
    private static final int ENTRY_CHARACTERS = NAME_CHARACTERS + 43;

    /** More people than share a browser. */
    private static final int MOST = 6;

    private final Signer signer;
    private final OwnCookie cookie;

    /**
     * @param secretKey the server's {@code secret-key}
     */
    public KnownDevices(byte[] secretKey, Urls urls) {
        this.signer = new Signer(secretKey, "known devices");
        this.cookie = new OwnCookie(urls, "tuppence-device");
    }

    /** The name of the browser that sends this, where that member has signed in with it. */
    public Optional<String> find(HttpServletRequest request, long memberId) {
        return entries(request)
                .filter(entry -> isSigned(entry, memberId))
                .map(entry -> entry.substring(0, NAME_CHARACTERS))
                .findFirst();
    }

    /** Has the browser say, from now on, that that member signed in with it. */
    void remember(HttpServletRequest request, HttpServletResponse response, long memberId) {
        String name = find(request, memberId).orElseGet(() -> Tokens.random(NAME_CHARACTERS));
        Stream<String> others = entries(request).filter(entry -> !isSigned(entry, memberId));
        List<String> all = Stream.concat(Stream.of(name + sign(name, memberId)), others)
                .limit(MOST)
                .toList();
        cookie.write(response, String.join(".", all), LIFETIME);
    }

    private Stream<String> entries(HttpServletRequest request) {
        return cookie.read(request).stream()
                .flatMap(value -> Stream.of(value.split("\\.", MOST + 1)))
                .filter(entry -> entry.length() == ENTRY_CHARACTERS);
    }

    private boolean isSigned(String entry, long memberId) {
        String name = entry.substring(0, NAME_CHARACTERS);
        return MessageDigest.isEqual(
                entry.substring(NAME_CHARACTERS).getBytes(StandardCharsets.UTF_8),
                sign(name, memberId).getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String name, long memberId) {
        return signer.sign(name + "\n" + memberId);
    }
}
