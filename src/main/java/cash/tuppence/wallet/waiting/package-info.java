/** Cash that waits for an address: whom it waits for is told by mail, and gets it once the address is theirs. */
package cash.tuppence.wallet.waiting;
