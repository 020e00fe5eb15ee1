package cash.tuppence.app;

import cash.tuppence.wallet.Grants;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.wallet.users.Registration;
import cash.tuppence.wallet.users.UserReader;
import cash.tuppence.wallet.users.UsersServlet;
import cash.tuppence.web.Route;
import java.util.List;

/** What {@code wallet.users} brings: people by API. */
final class UserParts {
    private final Tuppence tuppence;

    UserParts(Tuppence tuppence) {
        this.tuppence = tuppence;
    }

    Grants grants() {
        return new Grants(
                tuppence.cash().ledger(),
                tuppence.cash().accounts(),
                tuppence.base().keys());
    }

    List<Route> routes(Web web) {
        boolean demo = tuppence.base().settings().isDemo();
        UserReader reader = new UserReader(tuppence.member().members(), demo);
        OncePerKey once = tuppence.wallet().once();
        UsersServlet users = new UsersServlet(
                web.json(),
                once,
                reader,
                registration(web, once),
                tuppence.member().profiles());
        return List.of(Route.api("/api/v1/users", users));
    }

    private Registration registration(Web web, OncePerKey once) {
        MemberParts member = tuppence.member();
        return new Registration(
                member.members(), member.profiles(), member.passwords(), member.tokens(), grants(), once, web.json());
    }
}
