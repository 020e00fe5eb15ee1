/** The operators' pages, over all features. */
package cash.tuppence.backoffice;
