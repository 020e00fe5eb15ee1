package cash.tuppence.member.data;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** What tables of members hold about one of them. */
public interface DataMapper {
    List<Kept.Profile> profile(@Param("memberId") long memberId);

    List<Kept.FormerHandle> formerHandles(@Param("memberId") long memberId);

    List<Kept.Token> tokens(@Param("memberId") long memberId);

    List<Kept.Session> sessions(@Param("memberId") long memberId);

    List<Kept.Device> devices(@Param("memberId") long memberId);

    List<Kept.Factor> factors(@Param("memberId") long memberId);

    List<Kept.Consent> consents(@Param("memberId") long memberId);

    List<Kept.Notice> notices(@Param("memberId") long memberId);

    List<Kept.Mail> mails(@Param("memberId") long memberId);

    List<Kept.Notification> notifications(@Param("memberId") long memberId);
}
