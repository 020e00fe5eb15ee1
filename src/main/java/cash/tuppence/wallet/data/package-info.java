/** What wallets keep about a member, told to them. */
package cash.tuppence.wallet.data;
