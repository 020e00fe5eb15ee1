/** The composition root: everything that is made once and put together, the list of URLs, the demo's data. */
package cash.tuppence.app;
