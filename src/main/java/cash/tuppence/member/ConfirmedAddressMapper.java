package cash.tuppence.member;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code confirmed_addresses}. */
public interface ConfirmedAddressMapper {
    void insert(@Param("email") String email);

    /** The keys of those that were noted first. */
    List<Long> oldest(@Param("limit") int limit);

    void delete(@Param("ids") List<Long> ids);
}
