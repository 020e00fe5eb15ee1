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
        return of(read, limit, cursor, Function.identity());
    }

    /**
     * As {@link #of(List, int, Function)}.
     *
     * @param shown what programs see of an item
     */
    public static <R, T> Listing<T> of(List<R> read, int limit, Function<R, String> cursor, Function<R, T> shown) {
        boolean more = read.size() > limit;
        List<R> page = more ? read.subList(0, limit) : read;
        return new Listing<>(page.stream().map(shown).toList(), more ? cursor.apply(page.get(limit - 1)) : null);
    }
}
