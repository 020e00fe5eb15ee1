/** What merchants give back of what they were paid. */
package cash.tuppence.checkout.refund;
