package cash.tuppence.member.signin;

/** How somebody came to be signed in. */
public enum Method {
    /** By address and password, and a code where they have set that up. */
    PASSWORD,
    PASSKEY,
    /** They signed up a moment ago. */
    NEWCOMER,
    /** By the cookie of a device that is remembered: nobody has shown anything that they know or have. */
    REMEMBERED;

    /** Whether it shows as much as is asked for before something sensitive changes. */
    boolean proves() {
        return this != REMEMBERED;
    }
}
