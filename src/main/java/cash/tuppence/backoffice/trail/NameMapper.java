package cash.tuppence.backoffice.trail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Looks up who is behind the ids that the trail keeps. */
interface NameMapper {
    /** Of members, profiles and keys alike; whoever is gone is left out. */
    List<NameRow> names(@Param("ids") Collection<Long> ids);

    /** The member whose own profile it is. */
    Optional<Long> memberOf(@Param("profileId") long profileId);
}
