package cash.tuppence.wallet.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Reads {@code invitations}; they are written together with the ledger, by companions. */
public interface InvitationMapper {
    Optional<InvitationRow> byTransfer(@Param("transferId") long transferId);

    Optional<InvitationRow> byTokenHash(@Param("tokenHash") byte[] tokenHash);

    /** Open holds whose time is over, longest first: invitations and others. */
    List<DueHold> dueHolds(@Param("now") Instant now, @Param("limit") int limit);
}
