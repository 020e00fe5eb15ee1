package cash.tuppence.member.notice;

import cash.tuppence.trail.Verb;
import java.util.Optional;

/** What a member is warned of. The texts stand in the message bundle under {@code notice.<NAME>} and {@code notice.<NAME>.subject}. */
public enum NoticeKind {
    /** Details: device, client's address. */
    NEW_DEVICE,
    /** The key of a device that is remembered came a second time. Details: device, client's address. */
    REMEMBERED_STOLEN(Verb.DEVICE_FORGOTTEN),
    PASSWORD_CHANGED(Verb.PASSWORD_CHANGED),
    PASSWORD_RESET(Verb.PASSWORD_RESET),
    /** Details: the address before, the new one. Its mail goes to the one before, with a link that takes it back. */
    EMAIL_CHANGED(Verb.EMAIL_CHANGED),
    /** Details: the address that holds again. */
    EMAIL_RESTORED(Verb.EMAIL_RESTORED),
    SECOND_FACTOR_ADDED(Verb.FACTOR_ADDED),
    SECOND_FACTOR_REMOVED(Verb.FACTOR_REMOVED),
    RECOVERY_CODES_MADE(Verb.RECOVERY_CODES_MADE),
    /** Details: how many are left. */
    RECOVERY_CODE_USED(Verb.RECOVERY_CODE_USED),
    /** Details: its name. */
    PASSKEY_ADDED(Verb.PASSKEY_ADDED),
    /** Details: its name. */
    PASSKEY_REMOVED(Verb.PASSKEY_REMOVED),
    /** Details: its name. */
    TOKEN_MADE;

    private final Optional<Verb> verb;

    NoticeKind() {
        verb = Optional.empty();
    }

    NoticeKind(Verb verb) {
        this.verb = Optional.of(verb);
    }

    /** How the trail calls it; empty where it changed nothing, or stands there by another hand. */
    Optional<Verb> verb() {
        return verb;
    }

    String textKey() {
        return "notice." + name();
    }

    String subjectKey() {
        return textKey() + ".subject";
    }
}
