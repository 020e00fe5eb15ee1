/** People whom an operator's program registers, and whom any program may find. */
package cash.tuppence.wallet.users;
