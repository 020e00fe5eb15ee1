package cash.tuppence.app;

import cash.tuppence.business.frame.BusinessFilter;
import cash.tuppence.business.keys.KeyFilter;
import cash.tuppence.member.api.Bearers;
import cash.tuppence.member.scene.ActorFilter;
import cash.tuppence.member.scene.SceneFilter;
import cash.tuppence.member.settings.SettingsFilter;
import cash.tuppence.member.signin.AccessFilter;
import cash.tuppence.member.signin.SessionFilter;
import cash.tuppence.member.terms.TermsFilter;
import cash.tuppence.outbox.Jobs;
import cash.tuppence.web.RouteTable;
import cash.tuppence.web.Router;
import cash.tuppence.web.error.ContainerErrorServlet;
import cash.tuppence.web.error.ErrorFilter;
import cash.tuppence.web.guard.FormFilter;
import cash.tuppence.web.guard.RequestIds;
import cash.tuppence.web.guard.RouteFilter;
import cash.tuppence.web.guard.SecurityHeadersFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.List;

/** Tuppence's pages and calls, as a container sees them: a row of filters and one servlet. */
final class WebApp {
    private final Tuppence tuppence;
    private final ServletContext context;
    private final Web web;

    WebApp(Tuppence tuppence, ServletContext context) {
        this.tuppence = tuppence;
        this.context = context;
        this.web = new Web(tuppence.base(), tuppence.urls(), context);
    }

    /** Registers everything. Requests are wanted only after {@link #becomeReady()}. */
    void install() {
        RouteTable table = new RouteTable(new Routes(tuppence, web, this::isReady).all());
        Bearers bearers = new Bearers(
                List.of(tuppence.member().tokens(), tuppence.business().secretKeys()));
        add("request-ids", new RequestIds(), EnumSet.of(DispatcherType.REQUEST));
        // What comes first sees all that comes after: errors of any filter become an answer of ours.
        // And of what comes later: an answer that was waited for is dispatched a second time.
        add("errors", new ErrorFilter(web.errors()), EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        add("route", new RouteFilter(table));
        EnumSet<DispatcherType> errorsOfTheContainerToo = EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR);
        add("headers", new SecurityHeadersFilter(tuppence.urls()), errorsOfTheContainerToo);
        add("scene", new SceneFilter(web.pages().addresses()));
        add("session", new SessionFilter(tuppence.member().signIn()));
        add("access", new AccessFilter(bearers, tuppence.urls()));
        add("actor", new ActorFilter());
        add("keys", new KeyFilter());
        add(
                "business",
                new BusinessFilter(
                        table, tuppence.profiles(), tuppence.business().team()));
        add("settings", new SettingsFilter(table));
        add("terms", new TermsFilter(tuppence.regions().consents(), tuppence.urls()));
        add("step-up", tuppence.credentials().factors().stepUp());
        add("forms", new FormFilter(web.csrf()));
        add("router", new Router(table), "/");
        add("container-errors", new ContainerErrorServlet(web.errors()), ContainerErrorServlet.PATH);
        context.setAttribute(RouteTable.class.getName(), table);
        context.setAttribute(Jobs.class.getName(), tuppence.jobs());
    }

    void becomeReady() {
        web.readiness().becomeReady();
    }

    void drain() {
        web.readiness().drain();
    }

    private boolean isReady() {
        return web.readiness().isReady() && context.getAttribute(ServerSignals.DRAINING) == null;
    }

    private void add(String name, Filter filter) {
        add(name, filter, EnumSet.of(DispatcherType.REQUEST));
    }

    private void add(String name, Filter filter, EnumSet<DispatcherType> dispatched) {
        FilterRegistration.Dynamic registration = context.addFilter(name, filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(dispatched, true, "/*");
    }

    private void add(String name, Servlet servlet, String pattern) {
        ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
        registration.setAsyncSupported(true);
        registration.setLoadOnStartup(1);
        registration.setMultipartConfig(FormFilter.UPLOADS);
        registration.addMapping(pattern);
    }
}
