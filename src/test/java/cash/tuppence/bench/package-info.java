/** Benchmarks, run by {@code script/bench} alone: figures are ratios of medians within one run. */
package cash.tuppence.bench;
