/** The secret keys by which a business's programs come in, and what each of them may do. */
package cash.tuppence.business.keys;
