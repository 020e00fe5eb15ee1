package cash.tuppence.wallet.api;

import tools.jackson.databind.JsonNode;

/** The body of {@code POST /api/v1/transfers}. Members that were not sent are null. */
record TransferRequest(
        String recipient, Amount amount, String message, JsonNode metadata, String mode, Long expiresInSeconds) {

    /** Cash as the API writes it. */
    record Amount(String amount, String currency) {}
}
