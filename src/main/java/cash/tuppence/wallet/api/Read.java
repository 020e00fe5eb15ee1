package cash.tuppence.wallet.api;

import cash.tuppence.core.Refusal;
import cash.tuppence.web.Faults;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What was read of one part of a body: what it says, or what is wrong with it.
 *
 * @param value empty where there is a fault
 */
record Read<T>(Optional<T> value, Optional<RuntimeException> fault) {
    static <T> Read<T> of(Supplier<T> reading) {
        try {
            return new Read<>(Optional.of(reading.get()), Optional.empty());
        } catch (Refusal | Faults.Found refused) {
            return new Read<>(Optional.empty(), Optional.of(refused));
        }
    }

    /** Reads on, where nothing was wrong yet. */
    <U> Read<U> then(Function<T, U> next) {
        return value.map(read -> Read.of(() -> next.apply(read))).orElseGet(() -> new Read<>(Optional.empty(), fault));
    }
}
