package cash.tuppence.member.leave;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on what goes, and on {@code departed_members}. */
public interface LeaveMapper {
    Optional<DepartedRow> lock(@Param("memberId") long memberId);

    List<ConsentRow> consents(@Param("memberId") long memberId);

    void keep(
            @Param("memberId") long memberId,
            @Param("profileId") long profileId,
            @Param("sealed") byte[] sealed,
            @Param("now") Instant now,
            @Param("eraseAt") Instant eraseAt);

    void deletePicture(@Param("profileId") long profileId);

    void deleteWords(@Param("profileId") long profileId);

    void deleteEvents(@Param("profileId") long profileId);

    /** With it goes all that refers to it: sessions, tokens, factors, links, notices. */
    void deleteMember(@Param("memberId") long memberId);

    /** What remains is what transfers refer to. */
    void emptyProfile(@Param("profileId") long profileId, @Param("handle") String handle);

    int deleteDue(@Param("now") Instant now);
}
