/** The pages on which a stored button is paid. */
package cash.tuppence.checkout.button.pay;
