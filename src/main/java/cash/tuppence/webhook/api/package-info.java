/** Webhook endpoints, their deliveries and events, for merchants' programs. */
package cash.tuppence.webhook.api;
