/** What a business shows of itself beside its name: address, contact, colour and mark. */
package cash.tuppence.business.card;
