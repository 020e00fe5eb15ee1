/** Mail: written in the transaction in which something happened, and sent after it by a job, once. */
package cash.tuppence.mail;
