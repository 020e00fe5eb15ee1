package cash.tuppence.member.terms;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code declarations} and {@code consents}. */
public interface ConsentMapper {
    /** Does nothing where that text is kept already. */
    void insertDeclaration(@Param("hash") byte[] hash, @Param("declaration") Declaration declaration);

    /** Does nothing where the member agreed to it before. */
    void insertConsent(@Param("memberId") long memberId, @Param("hash") byte[] hash, @Param("now") Instant now);

    boolean isTermsVersion(@Param("memberId") long memberId, @Param("version") String version);

    void setTermsVersion(@Param("memberId") long memberId, @Param("version") String version, @Param("now") Instant now);
}
