/** Checkouts for merchants' programs. */
package cash.tuppence.checkout.api;
