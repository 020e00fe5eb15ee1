/** Transfers as programs see them, and the events that say that one arrived. */
package cash.tuppence.wallet.event;
