/** What people agree to, word for word, and when they did. */
package cash.tuppence.member.terms;
