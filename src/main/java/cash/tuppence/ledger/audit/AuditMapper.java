package cash.tuppence.ledger.audit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Each finds what contradicts one claim of the ledger; nothing is what it should find. */
interface AuditMapper {
    /** The key of the last of that many entries, where there are any. */
    Optional<Long> lastOfChunk(@Param("range") KeyRange range, @Param("size") int size);

    /**
     * @param firstTransferId only transfers from that key on count as sound
     */
    Tally tally(@Param("range") KeyRange range, @Param("firstTransferId") long firstTransferId);

    List<Verdict> doubtful(@Param("range") KeyRange range, @Param("most") int most);

    /** Of those transfers alone, the sound ones too. */
    List<Verdict> verdicts(@Param("range") KeyRange range, @Param("transferIds") Collection<Long> transferIds);

    TransferCounts transferCounts(@Param("firstTransferId") long firstTransferId);

    List<Long> brokenTransfers(@Param("firstTransferId") long firstTransferId, @Param("most") int most);

    List<Long> postedWithoutEntries(@Param("range") KeyRange range, @Param("most") int most);

    /** The key of the last of that many accounts, where there are any. */
    Optional<Long> lastOfAccounts(@Param("firstId") long firstId, @Param("size") int size);

    /**
     * @param range the entries that are summed
     * @param verified whether the sums of the verified point are added to them
     */
    BalanceCounts balanceCounts(
            @Param("accounts") KeyRange accounts, @Param("range") KeyRange range, @Param("verified") boolean verified);

    List<WrongBalance> wrongBalances(
            @Param("accounts") KeyRange accounts,
            @Param("range") KeyRange range,
            @Param("verified") boolean verified,
            @Param("most") int most);

    List<Long> overpromised(@Param("most") int most);

    List<Long> heldThatIsNotTheOpenHolds(@Param("most") int most);

    List<Long> holdsWithoutTheirTransfer(@Param("most") int most);

    long holdsFrom(@Param("firstTransferId") long firstTransferId);

    List<Long> openWithoutHold(@Param("firstTransferId") long firstTransferId, @Param("most") int most);

    List<String> assetsThatDoNotBalance();

    List<String> acceptedWithoutTransfer(@Param("most") int most);
}
