/** Pages of a business on which it looks after its webhook endpoints. */
package cash.tuppence.webhook.page;
