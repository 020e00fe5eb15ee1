package cash.tuppence.outbox;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Reads and writes {@code events}. Nothing of a row changes but whether it waits to be fanned out. */
public interface EventMapper {
    void insert(NewEvent event);

    /** As {@link #insert}, but nobody waits for it to be fanned out. */
    void insertForOne(NewEvent event);

    /** The oldest that nobody fans out just now, locked until the transaction ends. */
    List<Event> lockPending(@Param("limit") int limit);

    void markFannedOut(@Param("ids") List<Long> ids);

    Optional<Event> byPublicId(@Param("ownerId") long ownerId, @Param("id") long id, @Param("nonce") byte[] nonce);

    /** Newest first. */
    List<Event> ofOwner(EventQuery query);
}
