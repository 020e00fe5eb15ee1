/** Calls that may be sent twice: their answers are kept in the transaction of what they did, and given again. */
package cash.tuppence.wallet.idempotency;
