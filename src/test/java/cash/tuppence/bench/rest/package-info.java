/** Transfers by REST, one a call and a thousand a call, beside the same in the process. */
package cash.tuppence.bench.rest;
