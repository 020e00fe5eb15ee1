/** Links that are good once, for a while, sent to an address: whoever has one can read that address's mail. */
package cash.tuppence.member.link;
