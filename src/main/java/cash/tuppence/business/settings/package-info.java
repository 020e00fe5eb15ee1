/** What a business's team sets: what it shows of itself, its sites, and what its shop checks the way back with. */
package cash.tuppence.business.settings;
