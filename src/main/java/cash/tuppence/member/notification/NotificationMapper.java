package cash.tuppence.member.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code notification_choices}. */
public interface NotificationMapper {
    List<ChoiceRow> of(@Param("memberId") long memberId);

    void choose(@Param("memberId") long memberId, @Param("kind") Notification kind, @Param("wanted") boolean wanted);

    List<Reader> readers(@Param("memberIds") Collection<Long> memberIds, @Param("kind") Notification kind);

    List<Reader> readersOf(@Param("profileId") long profileId, @Param("kind") Notification kind);

    /** Says whether the last one was written before that time, or never; then this one is the last. */
    boolean tell(
            @Param("memberId") long memberId,
            @Param("kind") Notification kind,
            @Param("now") Instant now,
            @Param("before") Instant before);
}
