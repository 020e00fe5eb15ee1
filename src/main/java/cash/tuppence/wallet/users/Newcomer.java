package cash.tuppence.wallet.users;

import cash.tuppence.core.Money;
import java.util.Optional;

/**
 * A person whom a program registers, everything checked but whether the handle and the address are free.
 *
 * @param balance what the system gives them to begin with
 */
record Newcomer(String name, String handle, String email, String region, Optional<Money> balance) {}
