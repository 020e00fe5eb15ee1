/** Where people show that it is them: the second step of signing in, a passkey alone, and once more before something sensitive changes. */
package cash.tuppence.member.prove;
