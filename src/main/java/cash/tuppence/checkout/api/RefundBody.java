package cash.tuppence.checkout.api;

/** The body of {@code POST /api/v1/checkouts/{id}/refunds} as it was sent: without an amount, all that is left. */
record RefundBody(CheckoutBody.Cash amount, String reason) {}
