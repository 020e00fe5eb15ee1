/** Where one's businesses are found, added and looked at. */
package cash.tuppence.business.start;
