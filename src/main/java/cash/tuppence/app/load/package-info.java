/** The load tool: it knows the server only by its REST API, and proves from outside that no cent was made or lost. */
package cash.tuppence.app.load;
