package cash.tuppence.business.popup;

import cash.tuppence.business.Origin;
import cash.tuppence.business.Origins;
import cash.tuppence.web.page.Page;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says whether a page stands in a window that a shop's page opened. */
public final class Popups {
    private static final Pattern NONCE = Pattern.compile("[\\w-]{7,100}");

    private final Origins origins;

    public Popups(Origins origins) {
        this.origins = origins;
    }

    /** Empty where no window was asked for, or by a site that the business has not registered: nothing is said to those. */
    public Optional<Popup> of(Page page, long profileId) {
        String opener = page.parameter(Popup.OPENER);
        String nonce = page.parameter(Popup.NONCE);
        boolean asked = !opener.isEmpty() && NONCE.matcher(nonce).matches();
        return asked && origins.of(profileId).contains(new Origin(opener))
                ? Optional.of(new Popup(opener, nonce))
                : Optional.empty();
    }
}
