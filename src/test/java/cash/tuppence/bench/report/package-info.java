/** What was measured, as tables, bars that are met or missed, and plots. */
package cash.tuppence.bench.report;
