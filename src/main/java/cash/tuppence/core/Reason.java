package cash.tuppence.core;

/**
 * Why something that was asked for is refused. The text that people read stands in the message bundle under
 * {@code refusal.<NAME>}; programs read {@link #code()}, which is part of the public contract.
 */
public enum Reason {
    AMOUNT_MISSING(422, "invalid_request"),
    AMOUNT_NOT_A_NUMBER(422, "invalid_request"),
    AMOUNT_NOT_POSITIVE(422, "invalid_request"),
    AMOUNT_TOO_FINE(422, "invalid_request"),
    AMOUNT_BELOW_SCALE(422, "invalid_request"),
    AMOUNT_TOO_LARGE(422, "invalid_request"),
    ASSET_UNKNOWN(422, "invalid_request"),

    INSUFFICIENT_FUNDS(422, "insufficient_funds"),
    LIMIT_TRANSFER(422, "limit_exceeded"),
    LIMIT_DAY(422, "limit_exceeded"),
    LIMIT_MONTH(422, "limit_exceeded"),
    LIMIT_BALANCE(422, "limit_exceeded"),
    LIMIT_RECIPIENT(422, "limit_exceeded"),
    ACCOUNT_FROZEN(422, "account_frozen"),
    RECIPIENT_UNKNOWN(422, "recipient_unknown"),
    RECIPIENT_IS_SENDER(422, "invalid_request"),
    KIND_NOT_ALLOWED(422, "invalid_request"),
    OPERATION_ID_REUSED(422, "idempotency_key_reused"),
    HOLD_NOT_OPEN(409, "state_conflict"),
    HOLD_EXCEEDED(422, "invalid_request"),

    CLAIM_UNKNOWN(404, "not_found"),
    CLAIM_IS_OWN(422, "invalid_request"),
    DATE_FORM(422, "invalid_request"),
    METADATA_TOO_LARGE(422, "invalid_request"),
    BATCH_SIZE(422, "invalid_request"),

    NAME_MISSING(422, "invalid_request"),
    HANDLE_FORM(422, "invalid_request"),
    HANDLE_TAKEN(422, "invalid_request"),
    HANDLES_MANY(422, "invalid_request"),
    LEAVING_TOO_EARLY(409, "state_conflict"),
    LEAVING_HANDLE(422, "invalid_request"),
    LEAVING_UNSURE(422, "invalid_request"),
    EMAIL_FORM(422, "invalid_request"),
    EMAIL_TAKEN(422, "invalid_request"),
    BALANCE_NOT_OFFERED(422, "invalid_request"),
    PASSWORD_SHORT(422, "invalid_request"),
    PASSWORD_COMMON(422, "invalid_request"),
    PASSWORD_OWN(422, "invalid_request"),
    PASSWORD_WRONG(422, "invalid_request"),
    PASSWORD_SAME(422, "invalid_request"),
    LINK_OVER(404, "not_found"),
    EMAIL_SAME(422, "invalid_request"),
    REGION_CLOSED(422, "invalid_request"),
    ADULT_NEEDED(422, "invalid_request"),
    TERMS_NEEDED(422, "invalid_request"),
    SIGN_IN_FAILED(422, "invalid_request"),
    CODE_WRONG(422, "invalid_request"),
    SETUP_TOO_SLOW(422, "invalid_request"),
    PASSKEY_REFUSED(422, "invalid_request"),
    PASSKEY_KNOWN(422, "invalid_request"),
    PASSKEYS_MANY(422, "invalid_request"),

    ROLE_FORBIDS(403, "forbidden"),
    BUSINESS_SUSPENDED(403, "forbidden"),

    PICTURE_MISSING(422, "invalid_request"),
    PICTURE_UNREADABLE(422, "invalid_request"),
    PICTURE_TOO_LARGE(422, "invalid_request"),
    COLOR_FORM(422, "invalid_request"),
    ORIGIN_FORM(422, "invalid_request"),
    ORIGIN_PLAIN(422, "invalid_request"),
    ORIGINS_MANY(422, "invalid_request"),
    KEY_BEYOND_ROLE(422, "invalid_request"),
    TOKENS_MANY(422, "invalid_request"),
    SCOPE_MISSING(422, "invalid_request"),
    KEYS_MANY(422, "invalid_request"),
    CONNECT_CODE_UNKNOWN(422, "invalid_request"),
    CONNECT_RETURN_URL_OTHER(422, "invalid_request"),
    CONNECT_VERIFIER_OTHER(422, "invalid_request"),
    TEAM_LAST_OWNER(422, "invalid_request"),
    TEAM_INVITATION_UNKNOWN(404, "not_found"),
    TEAM_MEMBER_ALREADY(422, "invalid_request"),
    TEAM_INVITATIONS_MANY(422, "invalid_request"),

    CALLBACK_URL_FORM(422, "invalid_request"),
    CALLBACK_URL_PLAIN(422, "invalid_request"),
    CALLBACK_URL_PRIVATE(422, "invalid_request"),
    EVENT_TYPE_UNKNOWN(422, "invalid_request"),
    ENDPOINTS_TOO_MANY(422, "limit_exceeded"),
    ENDPOINT_OFF(409, "state_conflict"),
    TIME_FORM(422, "invalid_request"),

    CURRENCY_NOT_OF_KEY(422, "invalid_request"),
    RETURN_URL_INVALID(422, "invalid_request"),
    RETURN_URL_FRAGMENT(422, "invalid_request"),
    RETURN_URL_PARAMETER(422, "invalid_request"),
    RETURN_URL_ORIGIN(422, "invalid_request"),
    CURRENCY_NOT_OF_CHECKOUT(422, "invalid_request"),
    CAPTURE_TOO_LARGE(422, "invalid_request"),
    REFUND_TOO_LARGE(422, "invalid_request"),
    EXPIRY_OUT_OF_RANGE(422, "invalid_request"),
    ITEMS_DO_NOT_ADD_UP(422, "invalid_request"),
    PAYER_UNKNOWN(422, "invalid_request"),
    OWN_CHECKOUT(422, "invalid_request"),
    CHECKOUT_CLOSED(409, "state_conflict"),

    NOT_OF_THIS_KIND(422, "invalid_request"),
    CURRENCIES_DIFFER(422, "invalid_request"),
    TOO_MANY(422, "invalid_request"),
    OUT_OF_RANGE(422, "invalid_request"),
    BELOW_LEAST(422, "invalid_request"),
    UNCHANGEABLE(422, "invalid_request"),
    OFFER_CHANGED(422, "invalid_request"),
    OFFER_EXPIRED(422, "invalid_request"),
    SOLD_OUT(409, "state_conflict"),
    BUTTON_RETIRED(409, "state_conflict"),

    INVALID(422, "invalid_request"),
    MISSING(422, "invalid_request"),
    TOO_LONG(422, "invalid_request"),
    BAD_REQUEST(400, "invalid_request"),
    UNAUTHORIZED(401, "unauthorized"),
    FORBIDDEN(403, "forbidden"),
    FORM_STALE(403, "forbidden"),
    NOT_FOUND(404, "not_found"),
    METHOD_NOT_ALLOWED(405, "method_not_allowed"),
    STATE_CONFLICT(409, "state_conflict"),
    IDEMPOTENCY_IN_PROGRESS(409, "idempotency_in_progress"),
    IDEMPOTENCY_KEY_REUSED(422, "idempotency_key_reused"),
    BODY_TOO_LARGE(413, "invalid_request"),
    NOT_JSON(415, "invalid_request"),
    RATE_LIMITED(429, "rate_limited"),
    OVERLOADED(503, "overloaded"),
    /** The database could not be reached, or not for long enough to be told what became of what was asked. */
    OUTCOME_UNKNOWN(503, "overloaded");

    private final int status;
    private final String code;

    Reason(int status, String code) {
        this.status = status;
        this.code = code;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** The stable code in a problem document (RFC 9457). */
    public String code() {
        return code;
    }

    /** The key of its text in the message bundle. */
    public String messageKey() {
        return "refusal." + name();
    }
}
