/**
 * What every page and every call is made of: routes, base servlets, errors, forms, security headers, limits. It knows
 * nobody and no cash.
 */
package cash.tuppence.web;
