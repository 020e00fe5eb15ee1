package cash.tuppence.app;

import cash.tuppence.business.Origin;
import cash.tuppence.business.RedirectSecret;
import cash.tuppence.checkout.docs.Example;
import cash.tuppence.member.Members;
import cash.tuppence.member.Profile;
import cash.tuppence.webhook.signing.SigningSecret;
import java.net.URI;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** The demo's shop and charity. Their keys and secrets are known to everybody, so that examples can be pasted. */
final class DemoBusinesses {
    private static final List<String> KEYS = List.of("sk_live_demo_corner_shop", "sk_test_demo_corner_shop");
    private static final String LIVE_SECRET = "whsec_dHVwcGVuY2UtZGVtby1yZWRpcmVjdC1zZWNyZXQhIQ==";
    private static final String TEST_SECRET = "whsec_dHVwcGVuY2UtZGVtby10ZXN0LXJlZGlyZWN0LS0tIQ==";

    private static final String CALLBACK_SECRET = "whsec_dHVwcGVuY2UtZGVtby1jYWxsYmFjay1zZWNyZXQhIQ==";

    private final Tuppence tuppence;
    private final BusinessParts business;

    DemoBusinesses(Tuppence tuppence) {
        this.tuppence = tuppence;
        this.business = tuppence.business();
    }

    /** The shop as the guide's examples have it. */
    static Example example(Tuppence tuppence) {
        String shopUrl = tuppence.base().settings().demoShopUrl().toString();
        return new Example(
                shopUrl,
                KEYS.get(0),
                LIVE_SECRET,
                KEYS.get(1),
                TEST_SECRET,
                CALLBACK_SECRET,
                DemoPeople.TOKEN,
                DemoPeople.OPERATOR_TOKEN);
    }

    void make() {
        Profile shop =
                business("corner-shop", "Corner Shop", "Tea, bread and penny sweets since 1897.", "shop@example.test");
        business("library", "Library of Little Things", "We lend books, tools and time.", "library@example.test");
        URI shopUrl = tuppence.base().settings().demoShopUrl();
        tuppence.base().transactions().execute(session -> integrate(session, shop, shopUrl));
        listen(shop, true, shopUrl);
        listen(shop, false, shopUrl);
    }

    private void listen(Profile shop, boolean livemode, URI shopUrl) {
        String url = shopUrl.resolve("/callback").toString();
        tuppence.webhooks()
                .endpoints()
                .ensure(
                        shop.id(),
                        livemode,
                        url,
                        List.of("*"),
                        SigningSecret.parse(CALLBACK_SECRET).orElseThrow());
    }

    private Profile business(String handle, String name, String about, String owner) {
        return tuppence.member()
                .profiles()
                .byHandle(handle)
                .orElseGet(() -> business.businesses().create(handle, name, about, memberId(owner)));
    }

    private long memberId(String email) {
        Members members = tuppence.member().members();
        return members.credentials(email).orElseThrow().memberId();
    }

    /** At each start anew, since the shop may have moved to another port. */
    private void integrate(SqlSession session, Profile shop, URI shopUrl) {
        business.origins().registerOnly(session, shop.id(), Origin.of(shopUrl).orElseThrow());
        business.secrets().set(session, shop.id(), true, RedirectSecret.parse(LIVE_SECRET));
        business.secrets().set(session, shop.id(), false, RedirectSecret.parse(TEST_SECRET));
        KEYS.forEach(key -> business.keys().add(session, shop.id(), key, 0));
    }
}
