package cash.tuppence.member.notice;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code security_notices}. */
public interface NoticeMapper {
    void insert(NoticeRow row);

    List<NoticeRow> latest(@Param("memberId") long memberId, @Param("limit") int limit);

    /** Where a member reads mail, once they showed that they do. */
    Optional<String> confirmedEmail(@Param("memberId") long memberId);
}
