/** Where people are admitted from: an operator opens region by region, and whoever waits for one is told. */
package cash.tuppence.member.region;
