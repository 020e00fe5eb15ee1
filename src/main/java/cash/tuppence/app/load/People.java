package cash.tuppence.app.load;

import cash.tuppence.core.Money;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Registers those who are to send and to be sent cash. */
final class People {
    private static final int CREATED = 201;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final LoadPlan plan;
    private final ApiCalls calls;
    private final String run;

    /**
     * @param run tells this run's people from those of other runs
     */
    People(LoadPlan plan, ApiCalls calls, String run) {
        this.plan = plan;
        this.calls = calls;
        this.run = run;
    }

    /**
     * @throws CannotLoad where the server is not there, or does not take them
     */
    List<Person> register() {
        return IntStream.range(0, plan.people()).mapToObj(this::register).toList();
    }

    private Person register(int number) {
        String handle = "load-" + run + "-" + number;
        Answered answered = post(handle);
        if (answered.status() != CREATED) {
            throw new CannotLoad(why(answered));
        }
        return new Person(handle, answered.json().get("token").asString(), plan.grant());
    }

    private Answered post(String handle) {
        try {
            return calls.post("/api/v1/users", plan.token(), handle, body(handle));
        } catch (IOException e) {
            throw new CannotLoad("Nobody answers at " + plan.url() + " (" + e.getMessage()
                    + "). Is the server running? --url says where it is.");
        }
    }

    private Map<String, ?> body(String handle) {
        return Map.of(
                "name",
                "Load Test",
                "handle",
                handle,
                "email",
                handle + "@example.test",
                "region",
                "US-UT",
                "balance",
                money(plan.grant()));
    }

    static Map<String, String> money(Money amount) {
        return Map.of("amount", amount.toDecimal(), "currency", amount.asset().code());
    }

    private String why(Answered answered) {
        return switch (answered.status()) {
            case UNAUTHORIZED ->
                plan.url() + " does not know the token. --token takes an operator's; the demo's is pat_demo_admin.";
            case FORBIDDEN ->
                "The token may not register people: it must be an operator's, with the scope users:write.";
            default ->
                plan.url() + " does not register people who begin with play money; it answers " + answered.status()
                        + ": " + answered.body();
        };
    }
}
