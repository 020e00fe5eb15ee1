/** Who did what: append-only, chained by hashes. Written inside the transaction that does it. */
package cash.tuppence.trail;
