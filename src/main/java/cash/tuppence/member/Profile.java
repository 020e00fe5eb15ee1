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
}
