/** The MariaDB that comes with a data folder: found, set up, started, watched and stopped as a process of our own. */
package cash.tuppence.app.embedded;
