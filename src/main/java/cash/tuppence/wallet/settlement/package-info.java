/** Holds that are issued now and settled later, many at a time, by whichever node gets to it. */
package cash.tuppence.wallet.settlement;
