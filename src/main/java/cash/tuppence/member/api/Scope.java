package cash.tuppence.member.api;

import java.util.Arrays;
import java.util.Optional;

/** What a bearer secret may be used for. */
public enum Scope {
    WALLET_READ("wallet:read"),
    TRANSFERS_WRITE("transfers:write"),
    REQUESTS_WRITE("requests:write"),
    PROFILE_READ("profile:read"),
    /** Of a business's key: its checkouts, buttons, webhook endpoints and refunds. */
    CHECKOUTS("checkouts"),
    /** An operator's: registering people. */
    USERS_WRITE("users:write"),
    METRICS_READ("metrics:read");

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
