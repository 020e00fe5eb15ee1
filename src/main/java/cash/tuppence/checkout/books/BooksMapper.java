package cash.tuppence.checkout.books;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Reads an account's entries as books. */
public interface BooksMapper {
    /**
     * An account's entries of some time.
     *
     * @param fromId a key that is not above the first of them
     * @param toId a key that is above the last of them
     */
    record Span(long accountId, long fromId, long toId, Instant from, Instant to) {}

    List<DayRow> days(Span span);

    /** In order, after that key. */
    List<BookRow> entries(@Param("span") Span span, @Param("afterId") long afterId, @Param("limit") int limit);

    /** Units after the last entry before that time; empty where there is none. */
    Optional<Long> balanceBefore(
            @Param("accountId") long accountId, @Param("beforeId") long beforeId, @Param("before") Instant before);
}
