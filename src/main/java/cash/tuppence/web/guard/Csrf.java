package cash.tuppence.web.guard;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Tokens;
import cash.tuppence.web.Urls;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proof that a form came from a page of ours and was shown to the browser that sends it. It is bound to the session of
 * whoever is signed in, and for visitors, who have none, to a signed cookie.
 */
public final class Csrf {
    /** The name of the hidden field. */
    public static final String FIELD = "_csrf";

    private static final String BINDING = Csrf.class.getName() + ".binding";
    private static final int ID_CHARACTERS = 22;
    private static final int NONCE_CHARACTERS = 8;

    private final Signer signer;
    private final Urls urls;

    /**
     * @param secretKey the server's {@code secret-key}
     */
    public Csrf(byte[] secretKey, Urls urls) {
        this.signer = new Signer(secretKey, "csrf");
        this.urls = urls;
    }

    /** Binds the forms of this request to a session; what identifies it is not shown to the browser. */
    public static void bindToSession(ServletRequest request, String session) {
        request.setAttribute(BINDING, "session:" + session);
    }

    /** After signing in or out: what this request is answered with is no longer bound to what it came with. */
    public static void unbind(ServletRequest request) {
        request.removeAttribute(BINDING);
    }

    /** The value for the hidden field. It differs each time, so that compression cannot be used to guess it. */
    public String token(HttpServletRequest request, HttpServletResponse response) {
        String nonce = Tokens.random(NONCE_CHARACTERS);
        return nonce + "." + sign(binding(request).orElseGet(() -> newVisitor(request, response)), nonce);
    }

    /**
     * @throws Refusal where the request carries no proof
     */
    public void check(HttpServletRequest request) {
        String given = request.getParameter(FIELD);
        boolean proven = given != null
                && binding(request).filter(binding -> isToken(given, binding)).isPresent();
        if (!proven) {
            throw new Refusal(Reason.FORM_STALE);
        }
    }

    private boolean isToken(String given, String binding) {
        int dot = given.indexOf('.');
        return dot > 0 && same(given.substring(dot + 1), sign(binding, given.substring(0, dot)));
    }

    private String sign(String binding, String nonce) {
        return signer.sign(binding + "\n" + nonce);
    }

    private Optional<String> binding(HttpServletRequest request) {
        Object bound = request.getAttribute(BINDING);
        return bound != null ? Optional.of((String) bound) : visitor(request).map(id -> "visitor:" + id);
    }

    private Optional<String> visitor(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.ofNullable(cookies)
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(cookieName()))
                .map(Cookie::getValue)
                .filter(this::isOurs)
                .findFirst();
    }

    private boolean isOurs(String cookie) {
        int dot = cookie.indexOf('.');
        return dot > 0 && same(cookie.substring(dot + 1), signer.sign("visitor\n" + cookie.substring(0, dot)));
    }

    private String newVisitor(HttpServletRequest request, HttpServletResponse response) {
        String id = Tokens.random(ID_CHARACTERS);
        String value = id + "." + signer.sign("visitor\n" + id);
        String secure = urls.isHttps() ? "; Secure" : "";
        response.addHeader(
                "Set-Cookie",
                cookieName() + "=" + value + "; Path=" + urls.cookiePath() + "; HttpOnly; SameSite=Lax" + secure);
        String binding = "visitor:" + value;
        request.setAttribute(BINDING, binding);
        return binding;
    }

    private String cookieName() {
        return urls.cookieName("tuppence-visitor");
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
