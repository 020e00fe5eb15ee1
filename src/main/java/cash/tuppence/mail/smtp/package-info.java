/** Handing mails to a mail server (RFC 5321, RFC 6409). */
package cash.tuppence.mail.smtp;
