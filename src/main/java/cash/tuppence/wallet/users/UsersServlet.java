package cash.tuppence.wallet.users;

import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import cash.tuppence.web.json.Listing;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** {@code /api/v1/users}: an operator's program registers people, and any program finds who wants to be found. */
public final class UsersServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient OncePerKey once;
    private final transient UserReader reader;
    private final transient Registration registration;
    private final transient Profiles profiles;

    public UsersServlet(Json json, OncePerKey once, UserReader reader, Registration registration, Profiles profiles) {
        super(json);
        this.once = once;
        this.reader = reader;
        this.registration = registration;
        this.profiles = profiles;
    }

    @Override
    protected Answer get(Call call) {
        Caller.of(call.request()).requireAny(Scope.PROFILE_READ, Scope.USERS_WRITE);
        String query = call.parameter("query")
                .filter(typed -> !typed.isBlank())
                .orElseThrow(() -> new Refusal(Reason.MISSING).on("query"));
        long before = call.parameter("cursor").map(UsersServlet::key).orElse(Long.MAX_VALUE);
        int limit = call.limit();
        List<ProfileJson> found = profiles.search(query, before, limit + 1).stream()
                .map(ProfileJson::of)
                .toList();
        return call.ok(Listing.of(found, limit, ProfileJson::id));
    }

    /** A cursor is the id of the last one that was shown. */
    private static long key(String cursor) {
        return PublicId.parse(Profile.WALLET, cursor)
                .map(PublicId::key)
                .orElseThrow(() -> new Refusal(Reason.INVALID).on("cursor"));
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
