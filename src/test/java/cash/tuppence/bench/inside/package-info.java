/** What single steps inside the process cost, by JMH: {@code script/bench inside}. */
package cash.tuppence.bench.inside;
