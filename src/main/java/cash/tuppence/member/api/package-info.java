/** Programs that act for somebody: bearer secrets, and what they may do. */
package cash.tuppence.member.api;
