package cash.tuppence.member;

/**
 * A person who comes in, everything checked.
 *
 * @param email as it is kept, or {@link #NO_EMAIL}
 * @param passwordHash as {@code Passwords} made it
 * @param emailConfirmed whether we know that the address is theirs
 */
public record NewMember(
        String name, String handle, String email, String passwordHash, String region, boolean emailConfirmed) {
    /** Of somebody whose address another typed first; they may still confirm it. */
    public static final String NO_EMAIL = "";

    /** The same person, with that address to begin with. */
    public NewMember with(String firstEmail) {
        return new NewMember(name, handle, firstEmail, passwordHash, region, emailConfirmed);
    }
}
