/** The posting stage beside one transaction a transfer, beside itself with companions, and under dirty traffic. */
package cash.tuppence.bench.ledger;
