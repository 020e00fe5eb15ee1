/** How a store's program obtains a key of its own: a member agrees on a page, the program changes a code for the key. */
package cash.tuppence.business.connect;
