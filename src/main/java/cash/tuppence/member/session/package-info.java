/** Where somebody is signed in, and signing out there. */
package cash.tuppence.member.session;
