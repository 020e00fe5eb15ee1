package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.browser.Journey;
import cash.tuppence.journeys.shop.GiftsPage;
import cash.tuppence.journeys.shop.ShelfPage;
import cash.tuppence.journeys.shop.ShopPage;

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

    @Journey
    void whatIsNotOnTheShelf(Browser customer) {
        assertThat(ShopPage.open(customer, "/orders/order-of-nobody").text("error"))
                .isNotBlank();
        assertThat(ShopPage.open(customer, "/return?tuppence_state=paid").text("error"))
                .isNotBlank();
    }
}
