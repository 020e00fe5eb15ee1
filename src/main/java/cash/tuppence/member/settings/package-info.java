/** The pages on which a member looks after themself: their frame, and the profile. */
package cash.tuppence.member.settings;
