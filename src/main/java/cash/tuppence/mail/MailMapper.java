package cash.tuppence.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Reads and writes {@code mails}. */
public interface MailMapper {
    void insert(
            @Param("id") long id,
            @Param("nonce") byte[] nonce,
            @Param("mail") NewMail mail,
            @Param("sealed") byte[] sealed,
            @Param("now") Instant now,
            @Param("giveUpAt") Instant giveUpAt);

    /** What is due and what no other node takes just now, longest first; locked until the transaction ends. */
    List<MailRow> lockDue(@Param("now") Instant now, @Param("limit") int limit);

    /** Counts an attempt, and keeps others away from these until then. */
    void lease(@Param("ids") List<Long> ids, @Param("until") Instant until);

    /** Nobody tries any more those whose time is over; says how many there were. */
    int giveUp(@Param("now") Instant now);

    /** Ends it, where this attempt is still the last; says whether it was. */
    boolean end(
            @Param("id") long id,
            @Param("attempts") int attempts,
            @Param("state") MailState state,
            @Param("fault") String fault,
            @Param("now") Instant now);

    /** Has it tried again then, where this attempt is still the last. */
    void putOff(
            @Param("id") long id,
            @Param("attempts") int attempts,
            @Param("fault") String fault,
            @Param("dueAt") Instant dueAt);

    /** Gives back what was leased and not tried after all: as if it had not been. */
    void giveBack(@Param("id") long id, @Param("attempts") int attempts, @Param("dueAt") Instant dueAt);

    /**
     * Those that can still be read, newest first.
     *
     * @param toOrNull to that address alone
     */
    List<MailRow> latest(@Param("toOrNull") String toOrNull, @Param("limit") int limit);

    Optional<MailRow> byPublicId(@Param("id") long id, @Param("nonce") byte[] nonce);

    void forget(@Param("memberId") long memberId, @Param("now") Instant now);

    int sweep(@Param("belowId") long belowId, @Param("limit") int limit);
}
