/** Handing cash over: to whom, how much, with which words. */
package cash.tuppence.wallet.send;
