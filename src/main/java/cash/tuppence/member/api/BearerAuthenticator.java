package cash.tuppence.member.api;

import java.util.Optional;

/** Knows one family of bearer secrets, told from others by how they begin. */
public interface BearerAuthenticator {
    /** Such as {@code pat_}. */
    String prefix();

    /** Whom the secret acts for; empty where it is none, or was revoked. */
    Optional<Caller> authenticate(String secret);
}
