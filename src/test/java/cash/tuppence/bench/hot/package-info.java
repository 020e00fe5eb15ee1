/** A million pennies to one wallet, and what it is like to read it then. */
package cash.tuppence.bench.hot;
