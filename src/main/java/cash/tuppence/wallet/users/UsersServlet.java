package cash.tuppence.wallet.users;

import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** {@code /api/v1/users}: an operator's program registers people. */
public final class UsersServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient OncePerKey once;
    private final transient UserReader reader;
    private final transient Registration registration;

    public UsersServlet(Json json, OncePerKey once, UserReader reader, Registration registration) {
        super(json);
        this.once = once;
        this.reader = reader;
        this.registration = registration;
    }

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Caller.of(call.request());
        caller.require(Scope.USERS_WRITE);
        return once.run(
                        call,
                        caller,
                        key -> CompletableFuture.completedFuture(
                                registration.register(reader.read(call.body(UserRequest.class)), key)))
                .thenApply(registration::grant);
    }
}
