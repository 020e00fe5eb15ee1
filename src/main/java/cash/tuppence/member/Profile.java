package cash.tuppence.member;

import cash.tuppence.core.PublicId;

/**
 * A public identity, with exactly one wallet.
 *
 * @param about may be empty
 */
public record Profile(long id, PublicId walletId, ProfileKind kind, String handle, String name, String about) {
    /** The prefix of a wallet's public id. */
    public static final String WALLET = "w_";

    /** No handle that anybody could choose begins so. */
    private static final String LEFT = "_";

    /** What stands in the place of a handle once whoever had it left for good. */
    public static String handleOnceLeft(long id) {
        return LEFT + Long.toString(id, Character.MAX_RADIX);
    }

    /** Whether whoever it was of left for good. */
    public boolean hasLeft() {
        return handle.startsWith(LEFT);
    }
}
