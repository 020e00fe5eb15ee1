/** Pages: their base servlet, templates, forms. */
package cash.tuppence.web.page;
