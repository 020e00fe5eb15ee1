/** A business's pages on what it asked to be paid: what became of it, capturing, canceling, giving back. */
package cash.tuppence.checkout.merchant;
