/** What people do with cash: see what they have, send, accept, give, and look back. */
package cash.tuppence.wallet;
