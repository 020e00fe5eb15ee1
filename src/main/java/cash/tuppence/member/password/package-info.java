/** Passwords: what one may be, how it is changed, and how somebody who forgot theirs gets in again. */
package cash.tuppence.member.password;
