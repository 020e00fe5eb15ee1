/** Calls by programs: JSON in, JSON out, problem documents where they fail. */
package cash.tuppence.web.json;
