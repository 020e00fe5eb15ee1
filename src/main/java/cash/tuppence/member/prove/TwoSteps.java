package cash.tuppence.member.prove;

import cash.tuppence.member.Viewer;
import cash.tuppence.member.factor.Factors;
import cash.tuppence.member.signin.SecondStep;
import cash.tuppence.web.page.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whoever has set up an app or a passkey is asked for it after the password. */
public final class TwoSteps implements SecondStep {
    static final String PATH = "/login/code";

    private final Factors factors;
    private final HalfSignedIn half;

    TwoSteps(Factors factors, HalfSignedIn half) {
        this.factors = factors;
        this.half = half;
    }

    @Override
    public Optional<String> after(Page page, Viewer member, boolean remember) {
        if (!factors.anyOf(member.memberId())) {
            return Optional.empty();
        }
        half.begin(page, new HalfSignedIn.Half(member.memberId(), remember));
        return Optional.of(withNext(PATH, page));
    }

    /** The path, with where to go on to afterwards. */
    static String withNext(String path, Page page) {
        return path
                + page.next()
                        .map(next -> "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
                        .orElse("");
    }
}
