package cash.tuppence.business.card;

import cash.tuppence.member.picture.Pictures;
import java.util.Optional;

/**
 * What a business shows of itself beside its name.
 *
 * @param address on several lines; may be empty
 * @param contactEmail may be empty
 * @param color as CSS writes it: {@code #rrggbb}
 * @param markVersion changes with its picture; empty where it has none
 */
public record Card(String address, String contactEmail, String color, Optional<String> markVersion) {
    /** Of a profile that is no business. */
    public static final Card NONE = new Card("", "", "#0b5345", Optional.empty());

    /** Where its picture is served, for good; empty where it has none. */
    public Optional<String> markPath(String handle) {
        return markVersion.map(version -> Pictures.path(handle, version));
    }
}
