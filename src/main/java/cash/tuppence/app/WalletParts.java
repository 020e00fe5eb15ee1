package cash.tuppence.app;

import cash.tuppence.core.Asset;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.Settlements;
import cash.tuppence.member.confirm.Addresses;
import cash.tuppence.outbox.Job;
import cash.tuppence.wallet.AddressBook;
import cash.tuppence.wallet.Balances;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.wallet.activity.Activity;
import cash.tuppence.wallet.activity.ActivityCsvServlet;
import cash.tuppence.wallet.activity.ActivityServlet;
import cash.tuppence.wallet.activity.BusinessTransferServlet;
import cash.tuppence.wallet.activity.ProfileServlet;
import cash.tuppence.wallet.activity.Receipts;
import cash.tuppence.wallet.activity.Returns;
import cash.tuppence.wallet.activity.TransferServlet;
import cash.tuppence.wallet.activity.WalletServlet;
import cash.tuppence.wallet.api.Afterwards;
import cash.tuppence.wallet.api.BatchResults;
import cash.tuppence.wallet.api.BatchServlet;
import cash.tuppence.wallet.api.Batches;
import cash.tuppence.wallet.api.EndHoldServlet;
import cash.tuppence.wallet.api.Ends;
import cash.tuppence.wallet.api.OrderReader;
import cash.tuppence.wallet.api.Senders;
import cash.tuppence.wallet.api.SettlementsServlet;
import cash.tuppence.wallet.api.TransferAnswers;
import cash.tuppence.wallet.api.TransferApiServlet;
import cash.tuppence.wallet.api.TransferListing;
import cash.tuppence.wallet.api.TransfersServlet;
import cash.tuppence.wallet.claim.ClaimCodeServlet;
import cash.tuppence.wallet.claim.ClaimDoor;
import cash.tuppence.wallet.claim.ClaimServlet;
import cash.tuppence.wallet.claim.Claims;
import cash.tuppence.wallet.event.Arrivals;
import cash.tuppence.wallet.event.EventCompanion;
import cash.tuppence.wallet.event.TransferJsons;
import cash.tuppence.wallet.give.GiveReturn;
import cash.tuppence.wallet.give.GiveServlet;
import cash.tuppence.wallet.give.Giving;
import cash.tuppence.wallet.give.ThanksServlet;
import cash.tuppence.wallet.idempotency.AnswerCompanion;
import cash.tuppence.wallet.idempotency.ForgetAnswers;
import cash.tuppence.wallet.idempotency.KeptAnswers;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.wallet.invitation.ClaimTokens;
import cash.tuppence.wallet.invitation.Endings;
import cash.tuppence.wallet.invitation.ExpireHolds;
import cash.tuppence.wallet.invitation.Invitations;
import cash.tuppence.wallet.invitation.Offers;
import cash.tuppence.wallet.listing.ListHolds;
import cash.tuppence.wallet.listing.TransferLists;
import cash.tuppence.wallet.listing.UnlistPosted;
import cash.tuppence.wallet.send.Recipients;
import cash.tuppence.wallet.send.SendServlet;
import cash.tuppence.wallet.send.Sending;
import cash.tuppence.wallet.settlement.SettleHolds;
import cash.tuppence.web.Route;
import cash.tuppence.web.json.Json;
import java.util.List;
import java.util.stream.Stream;

/** What {@code wallet} brings. */
final class WalletParts implements AutoCloseable {
    /** What people here count in. */
    private static final Asset HOME = Asset.USD;

    private final Foundation base;
    private final Ledger ledger;
    private final Accounts accounts;
    private final MemberParts member;
    private final BusinessParts business;
    private final Json json = new Json();
    private final Invitations invitations;
    private final AddressBook book;
    private final Parties parties;
    private final TransferJsons jsons;
    private final Arrivals arrivals;
    private final Transfers transfers;
    private final Sending sending;
    private final Balances balances;
    private final Activity activity;
    private final Claims claims;
    private final OncePerKey once;
    private final Settlements settlements;
    private final Runnable settlementOrdered;
    private final Afterwards afterwards = new Afterwards();

    /**
     * @param settlementOrdered wakes the job that settles holds
     */
    WalletParts(Foundation base, Cash cash, MemberParts member, BusinessParts business, Runnable settlementOrdered) {
        this.accounts = cash.accounts();
        this.base = base;
        this.ledger = cash.ledger();
        this.member = member;
        this.business = business;
        this.settlementOrdered = settlementOrdered;
        settlements = new Settlements(base.transactions());
        ClaimTokens tokens = new ClaimTokens(base.secrets());
        invitations = new Invitations(base.transactions(), tokens);
        book = new AddressBook(member.profiles(), member.members(), member.revocations());
        parties = new Parties(book, invitations);
        jsons = new TransferJsons(parties, json);
        arrivals = new Arrivals(jsons);
        transfers = new Transfers(base.transactions());
        sending = new Sending(ledger, accounts, tokens, arrivals, base.keys(), base.clock());
        balances = new Balances(accounts, HOME);
        activity = new Activity(base.transactions(), accounts);
        once = new OncePerKey(base.transactions(), keptAnswers());
        claims = new Claims(ledger, accounts, parties, arrivals, base.clock());
    }

    /** What becomes true together with a transfer, in the order in which it is written. */
    static List<Companion<?>> companions(Foundation base) {
        return List.of(
                new Offers(),
                new Endings(),
                new ListHolds(),
                new UnlistPosted(),
                new EventCompanion(base.keys(), WaitingParts.audience()),
                new AnswerCompanion(base.clock()));
    }

    Sending sending() {
        return sending;
    }

    Transfers transfers() {
        return transfers;
    }

    Activity activity() {
        return activity;
    }

    Balances balances() {
        return balances;
    }

    TransferJsons jsons() {
        return jsons;
    }

    Parties parties() {
        return parties;
    }

    KeptAnswers keptAnswers() {
        return new KeptAnswers(base.transactions(), base.secrets(), base.clock());
    }

    AddressBook book() {
        return book;
    }

    /** Where calls wait for the database once their postings are decided. */
    Afterwards afterwards() {
        return afterwards;
    }

    /** For all calls under an idempotency key. */
    OncePerKey once() {
        return once;
    }

    /**
     * @param returns what was given back of payments
     * @param addresses tells who still has to confirm theirs
     */
    List<Route> routes(Web web, Returns returns, Addresses addresses) {
        return Stream.of(
                        pages(web, returns, addresses),
                        businessPages(web, returns, addresses),
                        claimPages(web),
                        givePages(web),
                        calls(web))
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> pages(Web web, Returns returns, Addresses addresses) {
        Recipients recipients = new Recipients(book, member.members());
        return List.of(
                Route.member("/wallet", new WalletServlet(web.pages(), balances, activity, addresses)),
                Route.member("/activity", new ActivityServlet(web.pages(), activity)),
                Route.member("/activity.csv", new ActivityCsvServlet(web.pages(), activity)),
                Route.member("/send", new SendServlet(web.pages(), recipients, sending, transfers, balances)),
                Route.open("/transfers/{id}", new TransferServlet(web.pages(), transfers, receipts(web, returns))),
                Route.open(
                        "/@{handle}",
                        new ProfileServlet(
                                web.pages(), member.profiles(), business.cards(), member.pictures(), activity)));
    }

    private Receipts receipts(Web web, Returns returns) {
        return new Receipts(parties, invitations, web.pages().urls(), returns);
    }

    /** The same for a business's wallet: who acts is a member of its team. */
    private List<Route> businessPages(Web web, Returns returns, Addresses addresses) {
        Recipients recipients = new Recipients(book, member.members());
        String path = Route.BUSINESS;
        return List.of(
                Route.business(
                        path + "/wallet", "wallet", new WalletServlet(web.pages(), balances, activity, addresses)),
                Route.business(path + "/activity", "wallet", new ActivityServlet(web.pages(), activity)),
                Route.business(path + "/activity.csv", "wallet", new ActivityCsvServlet(web.pages(), activity)),
                Route.business(
                        path + "/send", "send", new SendServlet(web.pages(), recipients, sending, transfers, balances)),
                Route.business(
                        path + "/transfers/{id}",
                        "wallet",
                        new BusinessTransferServlet(web.pages(), transfers, receipts(web, returns))));
    }

    private List<Route> claimPages(Web web) {
        ClaimDoor door = new ClaimDoor(invitations, web.limits());
        return List.of(
                Route.open("/claim", new ClaimCodeServlet(web.pages(), door)),
                Route.open("/claim/{token}", new ClaimServlet(web.pages(), door, claims, transfers, parties)));
    }

    private List<Route> givePages(Web web) {
        Giving giving = new Giving(sending, json);
        GiveReturn wayBack = new GiveReturn(business.origins(), business.secrets(), base.clock());
        return List.of(
                Route.open(
                                "/give/{handle}",
                                new GiveServlet(
                                        web.pages(),
                                        member.profiles(),
                                        giving,
                                        transfers,
                                        balances,
                                        wayBack,
                                        business.popups()))
                        .keepingOpener(),
                Route.member("/give/{handle}/thanks/{id}", new ThanksServlet(web.pages(), transfers, parties)));
    }

    private List<Route> calls(Web web) {
        TransferAnswers answers = new TransferAnswers(
                jsons, transfers, keptAnswers(), json, web.pages().messages(), afterwards);
        OrderReader orders = new OrderReader(json, new Recipients(book, member.members()), new Senders(book));
        return List.of(
                Route.api("/api/v1/transfers", new TransfersServlet(json, once, orders, sending, answers, lists())),
                Route.api("/api/v1/transfers/batch", new BatchServlet(json, once, batches(web, orders, answers))),
                Route.api("/api/v1/transfers/settlements", settlements(answers)),
                Route.api("/api/v1/transfers/{id}", new TransferApiServlet(json, transfers, answers)),
                Route.api("/api/v1/transfers/{id}/post", endHold(Ends.POST, answers)),
                Route.api("/api/v1/transfers/{id}/void", endHold(Ends.VOID, answers)),
                Route.api("/api/v1/transfers/{id}/retract", endHold(Ends.RETRACT, answers)));
    }

    private TransferListing lists() {
        return new TransferListing(accounts, new TransferLists(base.transactions(), transfers), jsons);
    }

    private Batches batches(Web web, OrderReader orders, TransferAnswers answers) {
        BatchResults results = new BatchResults(answers, transfers, web.errors(), json);
        return new Batches(orders, sending, transfers, answers, results, keptAnswers(), afterwards);
    }

    private SettlementsServlet settlements(TransferAnswers answers) {
        return new SettlementsServlet(json, once, transfers, settlements, answers, settlementOrdered, base.clock());
    }

    private EndHoldServlet endHold(Ends end, TransferAnswers answers) {
        return new EndHoldServlet(json, end, once, transfers, ledger, parties, arrivals, answers);
    }

    Claims claims() {
        return claims;
    }

    List<Job> jobs() {
        return List.of(
                new SettleHolds(settlements, transfers, parties, arrivals, ledger, base.clock()),
                new ExpireHolds(base.transactions(), ledger, base.clock()),
                new ForgetAnswers(base.transactions(), base.clock()));
    }

    /** After the ledger: what it decided last is still told. */
    @Override
    public void close() {
        afterwards.close();
        once.close();
    }
}
