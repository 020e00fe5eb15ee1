/** Buttons: priced offers that merchants store here, so that no buyer can edit them, and that any page can embed. */
package cash.tuppence.checkout.button;
