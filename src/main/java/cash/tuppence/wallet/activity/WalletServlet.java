package cash.tuppence.wallet.activity;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.ledger.Account;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.confirm.Addresses;
import cash.tuppence.wallet.Balances;
import cash.tuppence.wallet.Holder;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /wallet}, for a business too: what one has, and what happened last. */
public final class WalletServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int LATEST = 8;

    private final transient Balances balances;
    private final transient Activity activity;
    private final transient Addresses addresses;

    public WalletServlet(Pages pages, Balances balances, Activity activity, Addresses addresses) {
        super(pages);
        this.balances = balances;
        this.activity = activity;
        this.addresses = addresses;
    }

    /**
     * An amount in another currency than the home one.
     *
     * @param name what the currency is called
     * @param play whether it is none, and buys nothing
     */
    public record Other(String currency, String name, boolean play, Money amount) {}

    @Override
    protected void get(Page page) throws IOException {
        Holder holder = Holder.of(page.request());
        List<Account> accounts = balances.of(holder.profileId());
        Map<String, Object> model = new HashMap<>(home(accounts));
        model.put("others", others(accounts, page.locale()));
        model.put("rows", RowView.of(activity.list(holder.profileId(), ActivityFilter.ALL, Long.MAX_VALUE, LATEST)));
        model.put("holder", holder);
        if (!holder.isBusiness()) {
            model.put("address", addresses.of(Viewer.required(page.request()).memberId()));
        }
        page.render(holder.template("wallet"), model);
    }

    private Map<String, Object> home(List<Account> accounts) {
        Optional<Account> home = accounts.stream()
                .filter(account -> account.asset().equals(balances.home()))
                .findFirst();
        Money available = home.map(Account::available).orElse(Money.zero(balances.home()));
        Map<String, Object> model = new HashMap<>();
        model.put("balance", available.floorToMinor());
        putIfPositive(model, "dust", available.minus(available.floorToMinor()));
        home.ifPresent(account -> putIfPositive(model, "held", account.held()));
        return model;
    }

    private static void putIfPositive(Map<String, Object> model, String name, Money amount) {
        if (amount.isPositive()) {
            model.put(name, amount);
        }
    }

    private List<Other> others(List<Account> accounts, Locale reader) {
        return accounts.stream()
                .filter(account -> !account.asset().equals(balances.home()))
                .map(account -> other(account, reader))
                .toList();
    }

    private static Other other(Account account, Locale reader) {
        Asset asset = account.asset();
        String name = asset.isPlayMoney()
                ? "Play money, for trying things out"
                : Currency.getInstance(asset.code()).getDisplayName(reader);
        return new Other(
                asset.code(), name, asset.isPlayMoney(), account.available().floorToMinor());
    }
}
