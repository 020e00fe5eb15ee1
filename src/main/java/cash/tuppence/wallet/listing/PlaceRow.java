package cash.tuppence.wallet.listing;

/**
 * Where a transfer stands in a list.
 *
 * @param place the key of its entry, or its own where it was not posted (yet); larger is newer
 */
record PlaceRow(long place, long transferId) {}
