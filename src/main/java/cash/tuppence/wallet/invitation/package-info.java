/** Cash that waits for someone who has no wallet yet: the link, who may open it, and how the waiting ends. */
package cash.tuppence.wallet.invitation;
