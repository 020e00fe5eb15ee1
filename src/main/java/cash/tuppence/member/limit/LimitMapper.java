package cash.tuppence.member.limit;

import cash.tuppence.member.Tier;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code limits}, and on which of them apply to whom. */
public interface LimitMapper {
    List<LimitRow> all();

    /** Which class of limits that profile has; the profile is locked against a change of its tier. */
    Optional<Integer> classOf(@Param("profileId") long profileId, @Param("asset") String asset);

    Optional<TierRow> tierOf(@Param("profileId") long profileId);

    /** The limits that go with a profile of that kind and tier. */
    Optional<LimitRow> find(@Param("profileId") long profileId, @Param("tier") Tier tier, @Param("asset") String asset);

    /** Never takes a profile down again. */
    int raise(@Param("profileId") long profileId, @Param("tier") Tier tier);

    /** Those businesses of an owner that are below the tier. */
    List<Long> ownedBelow(@Param("memberId") long memberId, @Param("tier") Tier tier);

    /** Has the profile's accounts follow its tier. */
    void follow(@Param("profileId") long profileId);
}
