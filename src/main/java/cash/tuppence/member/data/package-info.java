/** What is kept about a member, told to them: as a page, and as an archive to take along. */
package cash.tuppence.member.data;
