/** What every feature speaks of: cash, ids, refusals, time. Imports nothing but the JDK. */
package cash.tuppence.core;
