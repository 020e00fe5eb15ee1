/** The page from which one gets to all that keeps a wallet safe. */
package cash.tuppence.member.security;
