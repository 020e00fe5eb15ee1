/**
 * What {@code java -jar} meets first: it unpacks the WAR and starts the program in class loaders of its own. Nothing here may
 * use more than the JDK, since these classes alone are on the class path then.
 */
package cash.tuppence.app.boot;
