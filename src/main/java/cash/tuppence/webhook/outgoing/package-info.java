/** Requests to servers that strangers chose: only to addresses we allow, in bounded time, reading a bounded answer. */
package cash.tuppence.webhook.outgoing;
