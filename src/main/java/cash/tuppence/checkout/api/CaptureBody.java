package cash.tuppence.checkout.api;

/** The body of {@code POST /api/v1/checkouts/{id}/capture} as it was sent: without an amount, all of it. */
record CaptureBody(CheckoutBody.Cash amount) {}
