/** What a store's own server needs of Tuppence. README.md, "On your server", documents it. */
export { createCheckout, readCheckout, TuppenceError } from './checkouts.js';
export { verifyCallback } from './callback.js';
export { verifyGift, verifyRedirect } from './redirect.js';
export { SignatureError } from './signature.js';
