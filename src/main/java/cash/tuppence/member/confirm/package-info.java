/** Addresses: showing that one reads the mail of an address, changing it, taking a change back. */
package cash.tuppence.member.confirm;
