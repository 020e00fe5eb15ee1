/** The program as a server of its own: the embedded Tomcat, its start and its graceful stop. */
package cash.tuppence.app.launch;
