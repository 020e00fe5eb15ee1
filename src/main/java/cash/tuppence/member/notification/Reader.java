package cash.tuppence.member.notification;

/** A member who wants that kind of mail, and whose address we know to be theirs. */
public record Reader(long memberId, String email, String name) {}
