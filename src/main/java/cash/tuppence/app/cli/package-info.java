/** The command line. */
package cash.tuppence.app.cli;
