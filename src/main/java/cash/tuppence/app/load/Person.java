package cash.tuppence.app.load;

import cash.tuppence.core.Money;
import java.util.concurrent.atomic.AtomicLong;

/** Someone whom the tool registered, and what the wallet must hold by all that was acknowledged. */
final class Person {
    private final String handle;
    private final String token;
    private final AtomicLong units;
    private final AtomicLong heldUnits = new AtomicLong();

    Person(String handle, String token, Money grant) {
        this.handle = handle;
        this.token = token;
        units = new AtomicLong(grant.units());
    }

    String handle() {
        return handle;
    }

    String token() {
        return token;
    }

    void moved(Money amount, Person to) {
        units.addAndGet(-amount.units());
        to.units.addAndGet(amount.units());
    }

    void left(Money amount) {
        heldUnits.addAndGet(amount.units());
    }

    Money balance() {
        return Money.ofUnits(units.get(), LoadPlan.ASSET);
    }

    Money held() {
        return Money.ofUnits(heldUnits.get(), LoadPlan.ASSET);
    }
}
