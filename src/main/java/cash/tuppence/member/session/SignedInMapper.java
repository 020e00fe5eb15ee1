package cash.tuppence.member.session;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code sessions} and {@code remembered_devices} for the page that lists them. */
public interface SignedInMapper {
    /** What was used last comes first. */
    List<SignedInRow> of(
            @Param("memberId") long memberId,
            @Param("idleSince") Instant idleSince,
            @Param("startedAfter") Instant startedAfter,
            @Param("rememberedAfter") Instant rememberedAfter,
            @Param("most") int most);

    /** Forgets a device, by its own number or that of a session on it; its sessions end with it. */
    int forget(@Param("memberId") long memberId, @Param("id") long id);

    int end(@Param("memberId") long memberId, @Param("id") long id);
}
