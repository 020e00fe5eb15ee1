package cash.tuppence.wallet.idempotency;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Tokens;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.member.api.Caller;
import cash.tuppence.web.json.Call;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code Idempotency-Key} of a call, together with what it is scoped to.
 *
 * @param scope stands for owner, mode, method, path and key
 * @param bodyHash of the body that was sent under it
 * @param operation what happens under it, and under it alone
 */
public record CallKey(byte[] scope, byte[] bodyHash, OperationId operation) {
    private static final String HEADER = "Idempotency-Key";
    private static final int MOST_CHARACTERS = 255;

    /**
     * The key that the call carries, or empty.
     *
     * @throws Refusal where it is too long
     */
    public static Optional<CallKey> of(Call call, Caller caller) throws IOException {
        String key = call.request().getHeader(HEADER);
        if (key == null) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > MOST_CHARACTERS) {
            throw new Refusal(Reason.INVALID).on(HEADER);
        }
        String[] names = {
            "call",
            Long.toString(caller.profileId()),
            Long.toString(caller.memberId()),
            caller.mode().name().toLowerCase(Locale.ROOT),
            call.request().getMethod(),
            call.request().getServletPath(),
            key
        };
        return Optional.of(new CallKey(scope(names), Tokens.sha256(call.body()), OperationId.of(names)));
    }

    /** What happens under it for one item of the body, and under that alone. */
    public OperationId operation(int item) {
        return OperationId.of("item", HexFormat.of().formatHex(scope), Integer.toString(item));
    }

    /** Each name with its length before it, so that no two lists of names read the same. */
    private static byte[] scope(String[] names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(name.length()).append(':').append(name);
        }
        return Tokens.sha256(text.toString());
    }
}
