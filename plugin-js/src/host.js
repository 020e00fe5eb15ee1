/**
 * The Tuppence that a script was served by: its origin and context path, with a slash at the end.
 * Throws where the script is a copy kept elsewhere, since its buttons would then lead nowhere.
 */
export function hostOf(scriptUrl) {
  const { origin, pathname } = new URL(scriptUrl);
  const at = pathname.lastIndexOf('/plugin/v1/');
  if (at < 0) throw new Error('tuppence.js is not under /plugin/v1/');
  return origin + pathname.slice(0, at + 1);
}

export const HOST = hostOf(import.meta.url);
