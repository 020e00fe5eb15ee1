/** Two processes whose posting stages work on one database, beside one that has all of it to itself. */
package cash.tuppence.bench.process;
