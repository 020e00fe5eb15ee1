/** The demo's mailbox: pages that show what would have been sent. */
package cash.tuppence.mail.box;
