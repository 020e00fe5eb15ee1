/** Whole purchases: a checkout is created, found, paid, and its callback received and verified. */
package cash.tuppence.bench.purchase;
