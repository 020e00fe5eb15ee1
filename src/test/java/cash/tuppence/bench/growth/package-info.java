/** The same traffic at ten thousand accounts, and at millions with all that they did before behind them. */
package cash.tuppence.bench.growth;
