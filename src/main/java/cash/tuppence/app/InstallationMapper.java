package cash.tuppence.app;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code installation}, whose one row says what this database is for. */
public interface InstallationMapper {
    Optional<InstallationRow> find();

    /** Does nothing where it was said already. */
    void insert(@Param("kind") InstallationKind kind, @Param("now") Instant now);

    boolean isEmpty();
}
