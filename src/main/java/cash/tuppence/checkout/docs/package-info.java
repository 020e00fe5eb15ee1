/** The integration guide: what a merchant's developer reads, and can paste. */
package cash.tuppence.checkout.docs;
