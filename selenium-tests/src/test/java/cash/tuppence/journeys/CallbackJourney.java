package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.browser.Journey;
import cash.tuppence.journeys.browser.Screen;
import cash.tuppence.journeys.pages.DeliveryPage;
import cash.tuppence.journeys.pages.EndpointPage;
import cash.tuppence.journeys.pages.LoginPage;
import java.net.URI;

/** A merchant adds an endpoint, sees what it answers, and looks through the log. The shop there knows another secret. */
class CallbackJourney {
    @Journey(on = Screen.DESKTOP)
    void anEndpointIsAddedPingedLookedAfterAndDeleted(Browser merchant) {
        EndpointPage made = add(merchant);
        assertThat(made.text("secret")).startsWith("whsec_");
        URI address = made.itsAddress();

        DeliveryPage ping = made.ping();
        assertThat(ping.words()).contains("It answered 4");
        assertThat(ping.text("body")).contains("\"type\":\"ping\"");
        assertThat(ping.again(2).words()).contains("Its answers");

        EndpointPage endpoint = made.again(address);
        assertThat(endpoint.words()).contains("ping", "2 attempts");
        assertThat(endpoint.show("state", "delivered").words()).contains("Nothing like that.");
        EndpointPage rotated = made.again(address).rotate();
        assertThat(rotated.text("secret")).startsWith("whsec_");
        assertThat(made.again(address).words()).contains("The secret before signs, too");
        assertThat(made.again(address).delete().words()).contains("Deleted.");
    }

    @Journey(script = false, dark = true)
    void onAPhoneWithoutScript(Browser merchant) {
        EndpointPage made = add(merchant);
        URI address = made.itsAddress();
        assertThat(made.ping().words()).contains("It answered 4");
        assertThat(made.again(address).delete().words()).contains("Deleted.");
    }

    private static EndpointPage add(Browser merchant) {
        merchant.open(EndpointPage.newOne("corner-shop"));
        EndpointPage form = new LoginPage(merchant).as(Member.SHOPKEEPER, EndpointPage::new);
        EndpointPage faulty = form.write("url", "ftp://shop").save();
        assertThat(faulty.errorOf("url")).isNotBlank();
        assertThat(faulty.errorOf("events")).isNotBlank();
        return faulty.write("url", Sites.shop("/callback").toString())
                .choose("live")
                .tick("checkout.authorized")
                .save();
    }
}
