/** What stands before every servlet: routing, security headers, proof that a form is ours. */
package cash.tuppence.web.guard;
