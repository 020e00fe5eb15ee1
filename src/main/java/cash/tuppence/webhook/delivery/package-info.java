/** What is said to each endpoint: queued in the transaction that fans an event out, sent after it, retried for days. */
package cash.tuppence.webhook.delivery;
