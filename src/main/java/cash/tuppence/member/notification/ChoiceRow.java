package cash.tuppence.member.notification;

/** A choice that a member made. */
record ChoiceRow(Notification kind, boolean wanted) {}
