/**
 * The ledger: accounts, transfers, entries, holds, and the posting stage that moves cash in batches. It knows no HTTP
 * and no person; features join in by {@link Guard}s and {@link Companion}s.
 */
package cash.tuppence.ledger;
