/** Buttons for merchants' programs. */
package cash.tuppence.checkout.button.api;
