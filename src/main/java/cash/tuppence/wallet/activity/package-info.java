/** Looking at cash: the wallet, what passed through it, receipts, and what a profile shows to others. */
package cash.tuppence.wallet.activity;
