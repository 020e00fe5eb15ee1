package cash.tuppence.checkout.refund;

import cash.tuppence.checkout.CheckoutChange;
import cash.tuppence.core.PublicId;
import cash.tuppence.ledger.Attachment;

/**
 * With a posting that gives cash back: the refund to be.
 *
 * @param change what becomes of the checkout by it
 * @param actorId the member who gives it back, or 0 for a program
 */
record NewRefund(PublicId id, CheckoutChange change, String reason, long actorId) implements Attachment {}
