package cash.tuppence.business.card;

import cash.tuppence.member.picture.Pictures;
import java.util.Optional;

/**
 * A row of {@code businesses}.
 *
 * @param version of its picture, null where it has none
 */
record CardRow(long profileId, String address, String contactEmail, String color, byte[] version) {
    Card toCard() {
        return new Card(
                address, contactEmail, color, Optional.ofNullable(version).map(Pictures::text));
    }
}
