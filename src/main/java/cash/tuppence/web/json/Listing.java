package cash.tuppence.web.json;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param nextCursor with which the next page is asked for; null on the last one
 */
public record Listing<T>(List<T> data, String nextCursor) {
    /**
     * @param read one more than asked for, where there are so many: that tells whether more follow
     * @param limit how many were asked for
     * @param cursor of an item: the page after it begins there
     */
    public static <T> Listing<T> of(List<T> read, int limit, Function<T, String> cursor) {
        boolean more = read.size() > limit;
        List<T> data = more ? read.subList(0, limit) : read;
        return new Listing<>(data, more ? cursor.apply(data.get(limit - 1)) : null);
    }
}
