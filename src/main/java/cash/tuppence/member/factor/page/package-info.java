/** The pages of settings on which people set up and remove what they show beside their password. */
package cash.tuppence.member.factor.page;
