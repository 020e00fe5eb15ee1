/**
 * The ledger under fire: processes are killed, wires cut and locks stolen in the midst of load, and afterwards every cent
 * is looked for. {@code script/torture} runs it for long, {@code script/test} for a minute.
 */
package cash.tuppence.torture;
