/** Files that are the same for everybody: styles, marks, the widget. */
package cash.tuppence.web.file;
