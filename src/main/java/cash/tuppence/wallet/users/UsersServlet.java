package cash.tuppence.wallet.users;

import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import java.io.IOException;
import java.util.Optional;

/** {@code /api/v1/users}: an operator's program registers people. */
public final class UsersServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient UserReader reader;
    private final transient Registration registration;

    public UsersServlet(Json json, UserReader reader, Registration registration) {
        super(json);
        this.reader = reader;
        this.registration = registration;
    }

    @Override
    protected Answer post(Call call) throws IOException {
        Caller caller = Caller.of(call.request());
        caller.require(Scope.USERS_WRITE);
        Optional<CallKey> key = CallKey.of(call, caller);
        Optional<Answer> given = registration.again(key);
        return given.isPresent() ? given.get() : registration.register(reader.read(call.body(UserRequest.class)), key);
    }
}
