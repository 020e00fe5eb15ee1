/** A page of ours in a window that a shop's page opened, and what that page is told. */
package cash.tuppence.business.popup;
