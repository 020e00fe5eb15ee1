/**
 * The Tuppence that this script was served by: its origin and context path, with a slash at the end. There is none where
 * the script is a copy kept elsewhere, since its buttons would then lead nowhere.
 */
export const HOST = /^[^?#]+\/(?=plugin\/v1\/)/.exec(import.meta.url)?.[0];
if (!HOST) throw new Error('tuppence.js is not under /plugin/v1/');
