/** The one place where refusals and failures become pages or problem documents. */
package cash.tuppence.web.error;
