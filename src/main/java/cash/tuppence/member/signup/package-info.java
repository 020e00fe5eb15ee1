/** Signing up: what is asked for, and what a password may be. */
package cash.tuppence.member.signup;
