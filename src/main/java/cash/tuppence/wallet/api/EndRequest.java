package cash.tuppence.wallet.api;

/** The body of a call that ends a hold. Members that were not sent are null. */
record EndRequest(TransferRequest.Amount amount, String reason) {}
