/** What members are warned of, whether they like to or not: somebody else may be at their wallet. */
package cash.tuppence.member.notice;
