/** How well we know people and businesses, and what they may hold and send at most because of that. */
package cash.tuppence.member.limit;
