/** What people show beside their password or instead of it: codes of an app, recovery codes, passkeys; and where that is asked for. */
package cash.tuppence.member.factor;
