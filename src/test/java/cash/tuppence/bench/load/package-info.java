/** Callers in closed loops and at fixed rates, and rounds of what is measured. */
package cash.tuppence.bench.load;
