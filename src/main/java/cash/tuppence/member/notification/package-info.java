/** Which mails a member wants. Those that guard what is theirs are not among them: they are always sent. */
package cash.tuppence.member.notification;
