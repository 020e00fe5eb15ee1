/** What happened, written in the caller's transaction; and the jobs that tell of it after the commit. */
package cash.tuppence.outbox;
