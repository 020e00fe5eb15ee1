/** People: who they are, how they come in, and how they are recognized again. */
package cash.tuppence.member;
