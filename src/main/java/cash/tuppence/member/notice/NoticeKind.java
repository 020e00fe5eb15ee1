package cash.tuppence.member.notice;

/** What a member is warned of. The texts stand in the message bundle under {@code notice.<NAME>} and {@code notice.<NAME>.subject}. */
public enum NoticeKind {
    /** Details: device, client's address. */
    NEW_DEVICE,
    /** The key of a device that is remembered came a second time. Details: device, client's address. */
    REMEMBERED_STOLEN,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    /** Details: the address before, the new one. Its mail goes to the one before, with a link that takes it back. */
    EMAIL_CHANGED,
    /** Details: the address that holds again. */
    EMAIL_RESTORED,
    SECOND_FACTOR_ADDED,
    SECOND_FACTOR_REMOVED,
    RECOVERY_CODES_MADE,
    /** Details: how many are left. */
    RECOVERY_CODE_USED,
    /** Details: its name. */
    PASSKEY_ADDED,
    /** Details: its name. */
    PASSKEY_REMOVED,
    /** Details: its name. */
    TOKEN_MADE;

    String textKey() {
        return "notice." + name();
    }

    String subjectKey() {
        return textKey() + ".subject";
    }
}
