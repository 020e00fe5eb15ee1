package cash.tuppence.business.connect;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code connect_codes}. */
public interface ConnectMapper {
    void insert(
            @Param("code") ConnectCode code,
            @Param("codeHash") byte[] codeHash,
            @Param("madeAt") Instant madeAt,
            @Param("expiresAt") Instant expiresAt);

    /** One that can be used still. */
    Optional<ConnectCode> find(@Param("codeHash") byte[] codeHash, @Param("now") Instant now);

    /** 1 for whoever uses it, 0 for everybody after. */
    int use(@Param("id") long id, @Param("now") Instant now);

    int deleteOver(@Param("now") Instant now, @Param("limit") int limit);
}
