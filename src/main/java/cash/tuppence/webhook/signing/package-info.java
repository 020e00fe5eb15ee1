/** Signatures over what leaves for a merchant's server, by Standard Webhooks. */
package cash.tuppence.webhook.signing;
