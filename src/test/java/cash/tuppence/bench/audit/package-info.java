/** How long the proof of a large ledger takes. */
package cash.tuppence.bench.audit;
