/** The page on which a checkout is paid. */
package cash.tuppence.checkout.pay;
