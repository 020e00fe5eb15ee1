/** Checkouts: merchants ask to be paid, payers pay on the hosted page and go back signed. */
package cash.tuppence.checkout;
