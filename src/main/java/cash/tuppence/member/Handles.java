package cash.tuppence.member;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a handle may be. */
public final class Handles {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{3,30}");

    /** Names that would let somebody pose as us, or that stand for pages and roles. */
    private static final Set<String> RESERVED = Set.of(
            "about",
            "abuse",
            "account",
            "activity",
            "admin",
            "administrator",
            "all",
            "anonymous",
            "api",
            "assets",
            "audit",
            "backoffice",
            "bank",
            "billing",
            "business",
            "cash",
            "claim",
            "connect",
            "contact",
            "directory",
            "docs",
            "everybody",
            "everyone",
            "fees",
            "give",
            "help",
            "home",
            "info",
            "join",
            "legal",
            "login",
            "logout",
            "mail",
            "mailbox",
            "me",
            "moderator",
            "money",
            "new",
            "nobody",
            "null",
            "office",
            "official",
            "operator",
            "owner",
            "password",
            "pay",
            "payment",
            "payments",
            "plugin",
            "postmaster",
            "privacy",
            "profile",
            "refund",
            "request",
            "root",
            "sales",
            "security",
            "self",
            "send",
            "settings",
            "signin",
            "signup",
            "staff",
            "status",
            "support",
            "sysadmin",
            "system",
            "team",
            "terms",
            "transfer",
            "transfers",
            "treasury",
            "tuppence",
            "undefined",
            "user",
            "vault",
            "wallet",
            "webmaster",
            "www",
            "you");

    private Handles() {}

    /** The handle as it is kept, from what someone typed to find it; empty where it can be none. */
    public static Optional<String> find(String typed) {
        String handle = typed.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(handle).matches() ? Optional.of(handle) : Optional.empty();
    }

    /**
     * The handle that someone chose.
     *
     * @throws Refusal where it is none, or nobody may have it
     */
    public static String choose(String typed) {
        String handle = typed.strip();
        if (!FORM.matcher(handle).matches()) {
            throw new Refusal(Reason.HANDLE_FORM);
        }
        if (RESERVED.contains(handle)) {
            throw taken(handle);
        }
        return handle;
    }

    static Refusal taken(String handle) {
        return new Refusal(Reason.HANDLE_TAKEN).with(handle);
    }
}
