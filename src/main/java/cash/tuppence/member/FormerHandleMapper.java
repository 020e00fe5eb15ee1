package cash.tuppence.member;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code former_handles}. */
public interface FormerHandleMapper {
    /** Those that lead on. */
    List<FormerHandleRow> leadingOn(@Param("handles") Collection<String> handles);

    /** Whether somebody else than that profile gave it up lately. */
    boolean isReserved(@Param("handle") String handle, @Param("profileId") long profileId);

    int count(@Param("profileId") long profileId);

    void insert(@Param("handle") String handle, @Param("profileId") long profileId, @Param("now") Instant now);

    void delete(@Param("handle") String handle);

    void leadNowhere(@Param("profileId") long profileId);

    int stopLeadingOn(@Param("givenUpBefore") Instant givenUpBefore);

    int free(@Param("givenUpBefore") Instant givenUpBefore);
}
