package cash.tuppence.checkout.docs;

import java.util.ArrayList;
import java.util.List;

/** A description with names in backticks, in pieces for a page. */
record Words(List<Piece> pieces) {
    /**
     * @param code whether it is a name that programs go by
     */
    public record Piece(String text, boolean code) {}

    static Words of(String description) {
        List<Piece> pieces = new ArrayList<>();
        String[] parts = description.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                pieces.add(new Piece(parts[i], i % 2 == 1));
            }
        }
        return new Words(pieces);
    }
}
