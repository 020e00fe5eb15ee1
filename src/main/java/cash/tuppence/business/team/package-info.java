/** The team of a business: who is in it, who is invited, and what became of it. */
package cash.tuppence.business.team;
