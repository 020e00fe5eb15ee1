package cash.tuppence.member;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code profiles}. */
public interface ProfileMapper {
    Optional<ProfileRow> byId(@Param("id") long id);

    /** The person to whom a confirmed address belongs. */
    Optional<ProfileRow> byConfirmedEmail(@Param("email") String email);

    List<ProfileRow> byHandles(@Param("handles") Collection<String> handles);

    /** Of those addresses, the confirmed ones, and whose they are. */
    List<EmailOwnerRow> ownersOfConfirmedEmails(@Param("emails") Collection<String> emails);

    List<ProfileRow> byIds(@Param("ids") Collection<Long> ids);

    /** All that can be found, of one kind, by name. */
    List<ProfileRow> ofKind(@Param("kind") ProfileKind kind, @Param("limit") int limit);

    /**
     * Those that want to be found, newest first.
     *
     * @param prefixes each begins a word of their name or handle
     * @param before only those with a smaller id
     */
    List<ProfileRow> search(
            @Param("prefixes") List<String> prefixes, @Param("before") long before, @Param("limit") int limit);

    void setState(@Param("id") long id, @Param("state") ProfileState state);

    void update(@Param("id") long id, @Param("name") String name, @Param("about") String about);

    boolean isPublic(@Param("id") long id);

    void setPublic(@Param("id") long id, @Param("isPublic") boolean isPublic);

    String lockHandle(@Param("id") long id);

    void setHandle(@Param("id") long id, @Param("handle") String handle);

    void deleteWords(@Param("id") long id);

    void insertWords(@Param("id") long id, @Param("words") List<String> words);

    void insert(
            @Param("id") long id,
            @Param("nonce") byte[] nonce,
            @Param("kind") ProfileKind kind,
            @Param("handle") String handle,
            @Param("name") String name,
            @Param("about") String about,
            @Param("tier") Tier tier,
            @Param("createdAt") Instant createdAt);
}
