/** The trail, as operators search and export it. */
package cash.tuppence.backoffice.trail;
