/** What all pages of a business share: who acts for it, what their role may do, and the way around. */
package cash.tuppence.business.frame;
