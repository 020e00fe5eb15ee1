/** Callbacks: telling merchants' own servers what happened, signed by Standard Webhooks. */
package cash.tuppence.webhook;
