package cash.tuppence.business;

/**
 * A business that somebody adds, everything checked.
 *
 * @param about may be empty, like what follows
 * @param address on several lines
 */
public record NewBusiness(String handle, String name, String about, String address, String contactEmail) {}
