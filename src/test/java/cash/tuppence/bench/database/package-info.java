/** A database with full durability, and what is put into it set-wise before anything is measured. */
package cash.tuppence.bench.database;
