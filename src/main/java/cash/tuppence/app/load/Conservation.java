package cash.tuppence.app.load;

import cash.tuppence.core.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The proof from outside: what the wallets say now, beside what was given and what was acknowledged. */
final class Conservation {
    private static final Money NOTHING = Money.zero(LoadPlan.ASSET);

    private final ApiCalls calls;
    private final Persistent persistent;

    Conservation(ApiCalls calls, Persistent persistent) {
        this.calls = calls;
        this.persistent = persistent;
    }

    /** What is wrong, a line each; nothing where all cash is where it should be. */
    List<String> faults(List<Person> people, Money given) {
        List<String> faults = new ArrayList<>();
        Money total = NOTHING;
        for (Person person : people) {
            Optional<JsonNode> balance = balance(person);
            if (balance.isEmpty()) {
                faults.add("@" + person.handle() + " cannot be asked for a balance");
                continue;
            }
            Money amount = read(balance.get(), "amount");
            total = total.plus(amount);
            compare(person, "has", amount, person.balance()).ifPresent(faults::add);
            compare(person, "holds back", read(balance.get(), "held"), person.held())
                    .ifPresent(faults::add);
        }
        if (!total.equals(given)) {
            faults.add("all together have " + total + ", but were given " + given);
        }
        return faults;
    }

    private Optional<JsonNode> balance(Person person) {
        return persistent
                .ask(() -> calls.get("/api/v1/me", person.token()))
                .filter(Answered::isDone)
                .flatMap(answer -> answer.json()
                        .get("balances")
                        .valueStream()
                        .filter(balance -> balance.get("currency").asString().equals(LoadPlan.ASSET.code()))
                        .findFirst());
    }

    private static Money read(JsonNode balance, String field) {
        BigDecimal amount = new BigDecimal(balance.get(field).asString());
        return Money.ofUnits(amount.movePointRight(LoadPlan.ASSET.scale()).longValueExact(), LoadPlan.ASSET);
    }

    private static Optional<String> compare(Person person, String verb, Money found, Money expected) {
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of("@" + person.handle() + " " + verb + " " + found
                        + ", but should by what was acknowledged: " + expected);
    }
}
