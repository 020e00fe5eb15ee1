/** What businesses keep about a member of their teams, told to them. */
package cash.tuppence.business.data;
