package cash.tuppence.trail;

import java.util.Locale;

/** What can be done that the trail keeps. Rows hold its text, so none is renamed. */
public enum Verb {
    OPERATOR_MADE,
    PROFILE_FROZEN,
    PROFILE_UNFROZEN,
    PROFILE_SUSPENDED,
    PROFILE_RESUMED,
    PROFILE_CLOSED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    REGION_OPENED,
    REGION_CLOSED,
    IDENTITY_CONFIRMED,
    SESSION_ENDED,
    SESSIONS_ENDED,
    DEVICE_FORGOTTEN,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    EMAIL_CHANGED,
    EMAIL_RESTORED,
    FACTOR_ADDED,
    FACTOR_REMOVED,
    RECOVERY_CODES_MADE,
    RECOVERY_CODE_USED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    KEY_MADE,
    KEY_ROLLED,
    KEY_REVOKED,
    PROGRAM_ADMITTED,
    ORIGIN_ADDED,
    ORIGIN_REMOVED,
    SECRET_SHOWN,
    SECRET_REPLACED,
    ENDPOINT_ADDED,
    ENDPOINT_CHANGED,
    ENDPOINT_REMOVED,
    ENDPOINT_SECRET_REPLACED,
    TEAM_FOUNDED,
    TEAM_INVITED,
    TEAM_WITHDRAWN,
    TEAM_JOINED,
    TEAM_ROLE,
    TEAM_REMOVED,
    TEAM_LEFT,
    TRAIL_EXPORTED;

    /** As rows and pages have it: the thing, a dot, what became of it, such as {@code key.revoked}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }
}
