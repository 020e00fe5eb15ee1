package cash.tuppence.journeys;

import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.browser.Journey;
import cash.tuppence.journeys.shop.GiftsPage;
import cash.tuppence.journeys.shop.ShelfPage;

/** The example shop's own pages keep the same promises as ours. */
class ShopJourney {
    @Journey
    void itsPages(Browser customer) {
        ShelfPage.open(customer);
        GiftsPage.open(customer);
    }

    @Journey(script = false)
    void itsPagesWithoutScript(Browser customer) {
        ShelfPage.open(customer);
        GiftsPage.open(customer);
    }
}
