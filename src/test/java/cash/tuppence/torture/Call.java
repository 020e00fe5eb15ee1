package cash.tuppence.torture;

import java.util.Optional;

/**
 * One call of the API that moves cash, under its idempotency key, which travels with the transfer too.
 *
 * @param cents what it should move
 */
record Call(String key, Purse from, Purse to, long cents) {
    String body() {
        return String.format(
                "{\"recipient\":\"@%s\",\"amount\":{\"amount\":\"%d.%02d\",\"currency\":\"USD\"},\"metadata\":{\"key\":\"%s\"}}",
                to.handle(), cents / 100, cents % 100, key);
    }

    /** Somebody who calls the API. */
    record Purse(String handle, String token) {}

    /**
     * What it was answered in the end.
     *
     * @param transfer the public id, where it was made
     */
    record Result(int status, Optional<String> transfer) {
        static Result of(cash.tuppence.testing.Reply reply) {
            return new Result(
                    reply.status(),
                    reply.status() == 201 ? Optional.of(reply.json().get("id").asString()) : Optional.empty());
        }
    }
}
