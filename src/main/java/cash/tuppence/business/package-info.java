/** Businesses: who runs them, the keys of their programs, the origins and secrets of their shops. */
package cash.tuppence.business;
