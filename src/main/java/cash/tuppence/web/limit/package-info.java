/** Buckets of tries that all nodes share, in the database. */
package cash.tuppence.web.limit;
