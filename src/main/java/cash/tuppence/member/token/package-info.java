/** The page on which a member makes and revokes access tokens for programs of their own. */
package cash.tuppence.member.token;
