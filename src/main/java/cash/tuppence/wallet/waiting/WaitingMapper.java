package cash.tuppence.wallet.waiting;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code invitations} about mail, and about addresses that were confirmed. */
public interface WaitingMapper {
    List<DueMail> dueMails(@Param("limit") int limit);

    /** Says whether that mail was still due; it is no more. */
    boolean settle(@Param("transferId") long transferId, @Param("ended") boolean ended);

    void markMailed(@Param("transferId") long transferId);

    /** How many mails that sender's invitations made since that key. */
    int mailedFrom(@Param("debitAccountId") long debitAccountId, @Param("sinceId") long sinceId);

    /** How many went to that address since that key. */
    int mailedTo(@Param("email") String email, @Param("sinceId") long sinceId);

    /**
     * What waits for those addresses, and for whom; what members sent to themselves is left out.
     *
     * @param addressIds keys of {@code confirmed_addresses}
     * @param afterId a transfer's key to go on from
     */
    List<Waiting> waitingFor(
            @Param("addressIds") List<Long> addressIds, @Param("afterId") long afterId, @Param("limit") int limit);
}
