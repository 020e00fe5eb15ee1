package cash.tuppence.wallet;

import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Visibility;
import cash.tuppence.web.page.Form;

/** What people say with cash, and to whom. */
public final class Words {
    /** Counted as people count characters: by code point. */
    public static final int MOST_CHARACTERS = 280;

    private Words() {}

    /** The message that goes with cash; may be empty. */
    public static String message(Form form) {
        return form.text("message", MOST_CHARACTERS);
    }

    /** Who may see it: private unless public was chosen. */
    public static Visibility visibility(Form form) {
        return switch (form.raw("visibility")) {
            case "", "private" -> Visibility.PRIVATE;
            case "public" -> Visibility.PUBLIC;
            default -> {
                form.faults().add("visibility", Reason.INVALID);
                yield Visibility.PRIVATE;
            }
        };
    }

    /** The field of a form with an amount that a refusal by the ledger is about. */
    public static String fieldOf(Reason reason) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS, LIMIT_TRANSFER, LIMIT_DAY, LIMIT_MONTH, LIMIT_RECIPIENT, ACCOUNT_FROZEN ->
                "amount";
            default -> "";
        };
    }
}
