package cash.tuppence.business.card;

import java.util.HexFormat;
import java.util.Optional;

/**
 * A row of {@code businesses}.
 *
 * @param version of its picture, null where it has none
 */
record CardRow(long profileId, String address, String contactEmail, String color, byte[] version) {
    private static final int VERSION_CHARACTERS = 16;

    Card toCard() {
        return new Card(
                address, contactEmail, color, Optional.ofNullable(version).map(CardRow::text));
    }

    /** As it stands in the picture's URL. */
    static String text(byte[] version) {
        return HexFormat.of().formatHex(version).substring(0, VERSION_CHARACTERS);
    }
}
