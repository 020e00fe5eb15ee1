/** Opening a link to waiting cash, and taking it, declining it, or taking it back. */
package cash.tuppence.wallet.claim;
