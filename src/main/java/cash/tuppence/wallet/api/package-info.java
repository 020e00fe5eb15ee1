/** Transfers over REST. */
package cash.tuppence.wallet.api;
