package cash.tuppence.member.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a bearer secret may be used for. */
public enum Scope {
    WALLET_READ("wallet:read"),
    TRANSFERS_WRITE("transfers:write"),
    REQUESTS_WRITE("requests:write"),
    PROFILE_READ("profile:read"),
    /** Of every business's key: to see its checkouts, buttons, webhook endpoints and refunds. What else one may, follows. */
    CHECKOUTS("checkouts"),
    CHECKOUTS_WRITE("checkouts:write"),
    REFUNDS_WRITE("refunds:write"),
    BUTTONS_WRITE("buttons:write"),
    WEBHOOKS_WRITE("webhooks:write"),
    /** An operator's: registering people. */
    USERS_WRITE("users:write"),
    METRICS_READ("metrics:read");

    /** What a person's program may do. */
    public static final Set<Scope> PERSONAL = Set.of(WALLET_READ, TRANSFERS_WRITE, REQUESTS_WRITE, PROFILE_READ);

    /** What only an operator's token may do. */
    public static final Set<Scope> OPERATORS = Set.of(USERS_WRITE, METRICS_READ);

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** As it stands in the table and in the contract. */
    public String text() {
        return text;
    }

    public static Optional<Scope> find(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }
}
