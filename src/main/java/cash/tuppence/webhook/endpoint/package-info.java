/** Where merchants want to hear what happened. */
package cash.tuppence.webhook.endpoint;
