package cash.tuppence.webhook;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.SqlText;
import cash.tuppence.db.Transactions;
import cash.tuppence.mail.Mails;
import cash.tuppence.member.Profiles;
import cash.tuppence.outbox.Audience;
import cash.tuppence.outbox.Job;
import cash.tuppence.outbox.Listener;
import cash.tuppence.outbox.Outbox;
import cash.tuppence.trail.Trail;
import cash.tuppence.web.Urls;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.delivery.DeliveryMapper;
import cash.tuppence.webhook.delivery.DeliveryWorker;
import cash.tuppence.webhook.delivery.Enqueue;
import cash.tuppence.webhook.delivery.LogMapper;
import cash.tuppence.webhook.delivery.Pings;
import cash.tuppence.webhook.endpoint.DisabledMails;
import cash.tuppence.webhook.endpoint.EndpointMapper;
import cash.tuppence.webhook.endpoint.EndpointNews;
import cash.tuppence.webhook.endpoint.EndpointRows;
import cash.tuppence.webhook.endpoint.Endpoints;
import cash.tuppence.webhook.outgoing.AllowedAddresses;
import java.time.InstantSource;
import java.util.List;

/** Builds the parts of this feature and connects them with the outbox. Close the jobs first, then this. */
public final class Webhooks implements AutoCloseable {
    /** What {@link Transactions} must know for this feature. */
    public static final List<Class<?>> MAPPERS = List.of(EndpointMapper.class, DeliveryMapper.class, LogMapper.class);

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Pings pings;
    private final Listener listener;
    private final DeliveryWorker worker;

    /**
     * @param box seals the secrets that are shared with merchants
     * @param wake has {@link DeliveryWorker#NAME} run at once; must not block
     */
    public Webhooks(
            Transactions transactions,
            KeyMaker keys,
            InstantSource clock,
            SecretBox box,
            AllowedAddresses allowed,
            Outbox outbox,
            Trail trail,
            Runnable wake) {
        EndpointRows rows = new EndpointRows(box);
        endpoints = new Endpoints(transactions, keys, clock, rows, allowed, trail);
        deliveries = new Deliveries(transactions, clock, wake);
        EndpointNews news = new EndpointNews(rows, outbox, keys, clock);
        worker = DeliveryWorker.create(transactions, rows, clock, allowed, news, wake);
        pings = new Pings(transactions, news, keys, clock, worker);
        listener = new Enqueue(rows, keys, clock, worker);
    }

    /** Whom an endpoint listens to. */
    public static Audience audience() {
        return owners -> SqlText.of("select distinct profile_id from webhook_endpoints"
                        + " where state = 'enabled' and profile_id in ")
                .in(owners);
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public Pings pings() {
        return pings;
    }

    /** To be given to the fan-out of events. */
    public Listener listener() {
        return listener;
    }

    /** Tells a team when one of its endpoints is called no more. */
    public Listener disabledMails(Profiles profiles, Mails mails, Urls urls) {
        return new DisabledMails(profiles, mails, urls);
    }

    /** To be run by the node's jobs. */
    public List<Job> jobs() {
        return List.of(worker);
    }

    @Override
    public void close() {
        worker.close();
    }
}
