package cash.tuppence.trail;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Adds to the trail and reads it. There is no statement that changes or removes a row. */
interface TrailMapper {
    /** The newest row's place; whoever asks next waits until the transaction is over. */
    Link lockHead();

    void moveHead(@Param("link") Link link);

    void insert(TrailRow row);

    /** Newest first. */
    List<TrailRow> search(TrailQuery query);
}
