package cash.tuppence.business;

/**
 * Who a secret key speaks for.
 *
 * @param profileId the business
 * @param livemode false where it moves play money only
 */
public record ApiKey(long id, long profileId, boolean livemode) {}
