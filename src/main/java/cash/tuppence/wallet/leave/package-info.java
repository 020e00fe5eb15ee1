/** Leaving for good: what is left in the wallet is given away first, then the wallet is closed. */
package cash.tuppence.wallet.leave;
