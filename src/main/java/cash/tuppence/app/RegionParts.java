package cash.tuppence.app;

import cash.tuppence.backoffice.RegionsServlet;
import cash.tuppence.mail.Mails;
import cash.tuppence.member.limit.LimitBook;
import cash.tuppence.member.limit.ReadLimits;
import cash.tuppence.member.region.RegionServlet;
import cash.tuppence.member.region.Regions;
import cash.tuppence.member.region.TellWaiters;
import cash.tuppence.member.terms.AgreeServlet;
import cash.tuppence.member.terms.Consents;
import cash.tuppence.member.terms.TermsServlet;
import cash.tuppence.outbox.Job;
import cash.tuppence.outbox.Jobs;
import cash.tuppence.web.Route;
import java.util.List;

/** Where people are admitted from, what they agree to, and how much they may hold and send. */
final class RegionParts {
    private final Waker waker = new Waker(TellWaiters.NAME);
    private final Regions regions;
    private final Consents consents;
    private final TellWaiters telling;
    private final LimitBook limits;

    RegionParts(Foundation base, Mails mails) {
        regions = new Regions(base.transactions(), base.keys(), base.clock(), base.trail(), waker);
        consents = new Consents(base.transactions(), base.clock());
        telling = new TellWaiters(base.transactions(), mails);
        limits = new LimitBook(base.transactions());
    }

    Regions regions() {
        return regions;
    }

    LimitBook limits() {
        return limits;
    }

    Consents consents() {
        return consents;
    }

    List<Job> jobs() {
        return List.of(telling, new ReadLimits(limits));
    }

    void wakes(Jobs jobs) {
        waker.wakes(jobs);
    }

    List<Route> routes(Web web) {
        return List.of(
                Route.open("/regions/{code}", new RegionServlet(web.pages(), regions, web.limits())),
                Route.open("/terms", new TermsServlet(web.pages(), true)),
                Route.open("/terms/versions/{version}", new TermsServlet(web.pages(), false)),
                Route.member("/terms/agree", new AgreeServlet(web.pages(), consents)),
                Route.operator("/backoffice/regions", new RegionsServlet(web.pages(), regions)));
    }
}
