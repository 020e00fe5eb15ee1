package cash.tuppence.trail;

/**
 * Who did something.
 *
 * @param id of the member or of the key; 0 where it was neither
 */
public record Actor(Kind kind, long id) {
    /** Whatever runs by itself. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, 0);

    /** Whoever runs commands on the machine itself. */
    public static final Actor PROGRAM = new Actor(Kind.PROGRAM, 0);

    /** Somebody who is not signed in; a link that was mailed may be all they have. */
    public static final Actor VISITOR = new Actor(Kind.VISITOR, 0);

    public enum Kind {
        MEMBER,
        /** A member in the back office, or with a token that is for operators alone. */
        OPERATOR,
        KEY,
        PROGRAM,
        SYSTEM,
        VISITOR
    }

    public static Actor member(long memberId) {
        return new Actor(Kind.MEMBER, memberId);
    }

    public static Actor operator(long memberId) {
        return new Actor(Kind.OPERATOR, memberId);
    }

    public static Actor key(long keyId) {
        return new Actor(Kind.KEY, keyId);
    }
}
