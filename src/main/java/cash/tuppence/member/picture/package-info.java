/** Pictures of people and businesses: made anew from what was sent, kept, served. */
package cash.tuppence.member.picture;
