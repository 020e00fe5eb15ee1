/** Settings: what can be set, in which layers, and what is wrong with it. */
package cash.tuppence.app.config;
