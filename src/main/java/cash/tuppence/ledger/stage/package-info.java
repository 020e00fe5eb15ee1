/** How postings are decided and written in batches: the one place that changes balances. */
package cash.tuppence.ledger.stage;
