/** The pages on which a merchant's people make buttons, see what came of them, and copy what to put on a site. */
package cash.tuppence.checkout.button.build;
