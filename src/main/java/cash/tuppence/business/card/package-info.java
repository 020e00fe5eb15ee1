/** What a business shows of itself beside its name: address, contact and colour. */
package cash.tuppence.business.card;
