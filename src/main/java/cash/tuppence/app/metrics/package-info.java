/** What operators watch: how the posting stage and its database fare, in the format of Prometheus. */
package cash.tuppence.app.metrics;
