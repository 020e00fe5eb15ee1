/** Lists of transfers for programs: what was posted, and what was not (yet). */
package cash.tuppence.wallet.listing;
