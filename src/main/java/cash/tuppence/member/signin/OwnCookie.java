package cash.tuppence.member.signin;

import cash.tuppence.web.Urls;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** A cookie of ours that outlives the browser: for no script, and for no other site's forms. */
public record OwnCookie(Urls urls, String plainName) {
    public Optional<String> read(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(urls.cookieName(plainName)))
                .map(Cookie::getValue)
                // Some programs send it in quotes (RFC 2965), and the container leaves them there.
                .map(value -> value.replaceAll("^\"|\"$", ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    public void write(HttpServletResponse response, String value, Duration lifetime) {
        String secure = urls.isHttps() ? "; Secure" : "";
        response.addHeader(
                "Set-Cookie",
                urls.cookieName(plainName) + "=" + value + "; Path=" + urls.cookiePath() + "; Max-Age="
                        + lifetime.toSeconds() + "; HttpOnly; SameSite=Lax" + secure);
    }

    public void clear(HttpServletResponse response) {
        write(response, "", Duration.ZERO);
    }
}
