/** A business's books: what came in and went out, month by month, from the ledger's entries. */
package cash.tuppence.checkout.books;
