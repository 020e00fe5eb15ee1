package cash.tuppence.business.connect;

import cash.tuppence.business.Origin;
import cash.tuppence.business.ReturnUrls;
import cash.tuppence.business.keys.KeyPermission;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.LocalPath;
import cash.tuppence.web.page.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads what a program asks for, and notes all that is wrong with it: it is a program's fault, and its maker reads it. */
final class WishForm {
    static final String NAME = "name";
    static final String RETURN_URL = "return_url";
    static final String STATE = "state";
    static final String PERMISSIONS = "permissions";
    static final String MODE = "mode";
    static final String LIVE = "live";
    static final String TEST = "test";
    static final String CHALLENGE = "code_challenge";

    private static final String METHOD = "code_challenge_method";
    private static final List<String> ALL = List.of(NAME, RETURN_URL, STATE, PERMISSIONS, MODE, CHALLENGE, METHOD);
    private static final int MOST_NAME = 80;
    private static final int MOST_URL = 1000;
    private static final int MOST_STATE = 200;
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

    private final HttpServletRequest request;
    private final Form form;

    WishForm(HttpServletRequest request, Form form) {
        this.request = request;
        this.form = form;
    }

    /** Empty where anything is wrong with it; the form knows what. */
    Optional<Wish> read() {
        ALL.forEach(this::mustComeOnce);
        Wish wish = new Wish(
                form.line(NAME, MOST_NAME), returnUrl(), state(), permissions(), mode().equals(LIVE), challenge());
        if (!form.faulty()) {
            mustFitWhileSigningIn(wish);
        }
        return form.faulty() ? Optional.empty() : Optional.of(wish);
    }

    /** Of two, we might show one, and somebody behind us use the other. */
    private void mustComeOnce(String name) {
        String[] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            form.faults().add(name, Reason.INVALID);
        }
    }

    private String returnUrl() {
        return readFilled(RETURN_URL, WishForm::checkUrl);
    }

    private static String checkUrl(String url) {
        if (url.length() > MOST_URL) {
            throw new Refusal(Reason.TOO_LONG).with(MOST_URL);
        }
        Origin origin = ReturnUrls.originOf(url);
        if (!origin.isEncrypted() && !origin.isThisMachine()) {
            throw new Refusal(Reason.ORIGIN_PLAIN);
        }
        return url;
    }

    private String state() {
        return readFilled(STATE, state -> {
            if (state.length() > MOST_STATE) {
                throw new Refusal(Reason.TOO_LONG).with(MOST_STATE);
            }
            if (!PRINTABLE.matcher(state).matches()) {
                throw new Refusal(Reason.INVALID);
            }
            return state;
        });
    }

    private Set<KeyPermission> permissions() {
        Set<KeyPermission> permissions = EnumSet.of(KeyPermission.READ);
        readFilled(PERMISSIONS, texts -> {
            for (String text : texts.strip().split(" +")) {
                permissions.add(KeyPermission.find(text).orElseThrow(() -> new Refusal(Reason.INVALID)));
            }
            return texts;
        });
        return permissions;
    }

    private String mode() {
        return readFilled(MODE, mode -> {
            if (!mode.equals(LIVE) && !mode.equals(TEST)) {
                throw new Refusal(Reason.INVALID);
            }
            return mode;
        });
    }

    private String challenge() {
        if (!List.of("", Challenge.METHOD).contains(form.raw(METHOD))) {
            form.faults().add(METHOD, Reason.INVALID);
        }
        return readFilled(CHALLENGE, text -> {
            Challenge.parse(text);
            return text;
        });
    }

    private String readFilled(String name, UnaryOperator<String> reading) {
        return form.read(name, text -> {
                    if (text.isBlank()) {
                        throw new Refusal(Reason.MISSING);
                    }
                    return reading.apply(text);
                })
                .orElse("");
    }

    /** Whoever is not signed in yet would lose the way. */
    private void mustFitWhileSigningIn(Wish wish) {
        if (LocalPath.of(wish.path()).isEmpty()) {
            form.faults().add(RETURN_URL, Reason.TOO_LONG, MOST_URL / 2);
        }
    }
}
