package cash.tuppence.member;

/**
 * A person who comes in, everything checked.
 *
 * @param passwordHash as {@code Passwords} made it
 * @param emailConfirmed whether we know that the address is theirs
 */
public record NewMember(
        String name, String handle, String email, String passwordHash, String region, boolean emailConfirmed) {}
