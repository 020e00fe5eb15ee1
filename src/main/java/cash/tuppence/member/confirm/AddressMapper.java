package cash.tuppence.member.confirm;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on the addresses of {@code members}. */
public interface AddressMapper {
    Optional<AddressRow> of(@Param("memberId") long memberId);

    /** As {@link #of}; nobody else changes it before the transaction ends. */
    Optional<AddressRow> lock(@Param("memberId") long memberId);

    /** Whoever signs in with that address. */
    Optional<AddressRow> holder(@Param("email") String email);

    /** The same, locked; where there is nobody, nobody comes meanwhile without meeting the unique key. */
    Optional<AddressRow> lockHolder(@Param("email") String email);

    /** Where the newest link was sent by which that member may confirm an address. */
    Optional<String> pending(@Param("memberId") long memberId, @Param("now") Instant now);

    void set(@Param("memberId") long memberId, @Param("email") String email, @Param("now") Instant now);

    void clear(@Param("memberId") long memberId);
}
