/** The proof of the ledger from its rows alone. Uses nothing of the code that wrote them. */
package cash.tuppence.ledger.audit;
