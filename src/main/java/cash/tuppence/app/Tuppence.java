package cash.tuppence.app;

import cash.tuppence.app.config.Setting;
import cash.tuppence.app.config.Settings;
import cash.tuppence.app.metrics.Metrics;
import cash.tuppence.business.Team;
import cash.tuppence.business.frame.TeamRealm;
import cash.tuppence.db.Database;
import cash.tuppence.db.Migrator;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.audit.Auditor;
import cash.tuppence.member.Members;
import cash.tuppence.member.Operators;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.api.AccessTokens;
import cash.tuppence.member.api.Standing;
import cash.tuppence.member.limit.Allowances;
import cash.tuppence.outbox.FanOut;
import cash.tuppence.outbox.Job;
import cash.tuppence.outbox.Jobs;
import cash.tuppence.outbox.Listener;
import cash.tuppence.outbox.Outbox;
import cash.tuppence.trail.TrailAudit;
import cash.tuppence.wallet.settlement.SettleHolds;
import cash.tuppence.web.Urls;
import cash.tuppence.webhook.Webhooks;
import cash.tuppence.webhook.delivery.DeliveryWorker;
import cash.tuppence.webhook.outgoing.AllowedAddresses;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * All of Tuppence but its pages: opened by the web application, and by commands that work on the database beside it.
 * Nothing runs by itself before {@link #start()}.
 */
public final class Tuppence implements AutoCloseable {
    private static final int JOB_THREADS = 4;

    private final Foundation base;
    private final Urls urls;
    private final Waker waker = new Waker(FanOut.NAME);
    private final Waker webhookWaker = new Waker(DeliveryWorker.NAME);
    private final Waker settlementWaker = new Waker(SettleHolds.NAME);
    private final Metrics metrics = new Metrics();
    private final Cash cash;
    private final Outbox outbox;
    private final MailParts mail;
    private final RegionParts regions;
    private final MemberParts member;
    private final CredentialParts credentials;
    private final BusinessParts business;
    private final WalletParts wallet;
    private final Webhooks webhooks;
    private final CheckoutParts checkout;
    private final ButtonParts buttons;
    private final Jobs jobs;

    private Tuppence(Foundation base) {
        this.base = base;
        this.urls = new Urls(base.settings().baseUrl().toString());
        this.outbox = new Outbox(base.transactions(), waker);
        Team team = new Team(base.transactions(), base.clock());
        this.mail = new MailParts(base, urls);
        this.regions = new RegionParts(base, mail.mails());
        this.member = new MemberParts(base, urls, new TeamRealm(team), mail.mails());
        this.credentials = new CredentialParts(base, urls, member, mail.mails());
        this.business = new BusinessParts(base, mail, member, team);
        this.cash = new Cash(base, regions.limits(), companions(), waker, metrics);
        this.wallet = new WalletParts(base, cash, member, business, settlementWaker);
        this.webhooks = openWebhooks();
        this.checkout = new CheckoutParts(this);
        this.buttons = new ButtonParts(this);
        this.jobs = new Jobs(JOB_THREADS);
        jobList().forEach(jobs::add);
        waker.wakes(jobs);
        mail.wakes(jobs);
        regions.wakes(jobs);
        credentials.wakes(jobs);
        webhookWaker.wakes(jobs);
        settlementWaker.wakes(jobs);
    }

    /**
     * Opens the database, migrates it, and puts everything together.
     *
     * @throws CannotStart where the database is not for this
     */
    public static Tuppence open(Settings settings, InstantSource clock) {
        Foundation base = Foundation.open(settings, clock);
        try {
            new DemoMarker(base.transactions(), clock).require(settings.isDemo());
            return new Tuppence(base);
        } catch (RuntimeException e) {
            base.close();
            throw e;
        }
    }

    /** Brings the database to the shape that this build needs, and says how many migrations were missing. */
    public static int migrate(Settings settings) {
        try (Database database = Foundation.database(settings)) {
            return new Migrator(database).migrate();
        }
    }

    /**
     * As {@link #open}, but takes a demo's database as well as a real one, and marks none: for commands, which work on
     * what is there.
     */
    public static Tuppence openAsItIs(Settings settings, InstantSource clock) {
        Foundation base = Foundation.open(settings, clock);
        try {
            boolean demo = new DemoMarker(base.transactions(), clock).isDemo();
            return new Tuppence(base.with(settings.with(Setting.DEMO, String.valueOf(demo))));
        } catch (RuntimeException e) {
            base.close();
            throw e;
        }
    }

    /** What becomes true together with a transfer. They lock and write in this order, on every node. */
    private List<Companion<?>> companions() {
        return Stream.of(CheckoutParts.companions(), ButtonParts.companions(), WalletParts.companions(base))
                .<Companion<?>>flatMap(List::stream)
                .toList();
    }

    private Webhooks openWebhooks() {
        Settings settings = base.settings();
        AllowedAddresses allowed = AllowedAddresses.of(settings.webhookAllowPrivateAddresses(), settings.isDemo());
        return new Webhooks(
                base.transactions(),
                base.keys(),
                base.clock(),
                base.secrets(),
                allowed,
                outbox,
                base.trail(),
                webhookWaker);
    }

    /** Who hears of events. */
    private List<Listener> listeners() {
        return Stream.concat(Stream.of(webhooks.listener()), new WaitingParts(this).listeners().stream())
                .toList();
    }

    private List<Job> jobList() {
        return Stream.of(
                        List.<Job>of(
                                new FanOut(base.transactions(), listeners()),
                                new AuditJob(cash.auditor(), base.trailAudit()),
                                new SweepRateLimits(base.buckets())),
                        mail.jobs(),
                        regions.jobs(),
                        member.jobs(),
                        credentials.jobs(),
                        business.jobs(),
                        wallet.jobs(),
                        new WaitingParts(this).jobs(),
                        webhooks.jobs(),
                        checkout.jobs())
                .flatMap(List::stream)
                .toList();
    }

    /** Makes demo data where this is a demo, and sets the jobs going. */
    public void start() {
        if (base.settings().isDemo()) {
            new DemoData(this).make();
        }
        mail.start();
        jobs.start();
    }

    Foundation base() {
        return base;
    }

    Urls urls() {
        return urls;
    }

    Cash cash() {
        return cash;
    }

    Metrics metrics() {
        return metrics;
    }

    Outbox outbox() {
        return outbox;
    }

    MailParts mail() {
        return mail;
    }

    RegionParts regions() {
        return regions;
    }

    MemberParts member() {
        return member;
    }

    CredentialParts credentials() {
        return credentials;
    }

    BusinessParts business() {
        return business;
    }

    CheckoutParts checkout() {
        return checkout;
    }

    ButtonParts buttons() {
        return buttons;
    }

    WalletParts wallet() {
        return wallet;
    }

    Webhooks webhooks() {
        return webhooks;
    }

    WebhookParts callbacks() {
        return new WebhookParts(this);
    }

    UserParts users() {
        return new UserParts(this);
    }

    Allowances allowances() {
        return new Allowances(
                base.transactions(), cash.accounts(), wallet.balances().home(), base.clock());
    }

    public Jobs jobs() {
        return jobs;
    }

    /** Which checks that no row of the trail was touched. */
    public TrailAudit trailAudit() {
        return base.trailAudit();
    }

    public Auditor auditor() {
        return cash.auditor();
    }

    public AccessTokens tokens() {
        return member.tokens();
    }

    public Standing standing() {
        return member.standing();
    }

    /** Takes an access token's or a secret key's power, on all nodes; says whether it had any. */
    public boolean revoke(String secret) {
        return member.tokens().revoke(secret) || business.keys().revoke(secret);
    }

    public Profiles profiles() {
        return member.profiles();
    }

    public Operators operators() {
        return member.operators();
    }

    public Members members() {
        return member.members();
    }

    /** In the order in which one needs the other: jobs and callbacks, then cash under way, the database last. */
    @Override
    public void close() {
        mail.close();
        jobs.close();
        webhooks.close();
        cash.close();
        wallet.close();
        metrics.close();
        base.close();
    }
}
