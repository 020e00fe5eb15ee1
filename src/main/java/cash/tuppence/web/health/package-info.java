/** What a balancer asks: is it alive, may it get requests. */
package cash.tuppence.web.health;
