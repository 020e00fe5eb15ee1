/** Giving on a donation page. */
package cash.tuppence.wallet.give;
