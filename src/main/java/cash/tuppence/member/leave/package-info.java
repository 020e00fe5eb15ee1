/** Leaving for good: what stands in the way, what is erased, and what the law makes us keep. */
package cash.tuppence.member.leave;
