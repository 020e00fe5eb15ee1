/** Signing in and out: passwords, sessions, and who may see what. */
package cash.tuppence.member.signin;
