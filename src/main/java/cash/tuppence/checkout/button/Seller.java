package cash.tuppence.checkout.button;

import cash.tuppence.business.Origin;
import cash.tuppence.core.Asset;
import java.util.Set;

/**
 * Whose button it is to be, and in which mode.
 *
 * @param home what amounts are in where nothing else is said
 * @param origins the sites that the business registered
 */
public record Seller(boolean livemode, Asset home, Set<Origin> origins) {
    public Seller {
        origins = Set.copyOf(origins);
    }

    Asset usualAsset() {
        return livemode ? home : Asset.XTS;
    }
}
