import { HOST } from './host.js';

const TIMEOUT_MILLIS = 30_000;

/** Asks the shop's own server for a checkout. Resolves to the `address` of its payment page, or a `code` of what failed. */
export async function createCheckout(url, body) {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      mode: 'same-origin',
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MILLIS),
    });
    return answer.ok ? payPage(await answer.text()) : { code: 'refused' };
  } catch {
    return { code: 'network' };
  }
}

// Whoever can alter the shop's answer must not thereby choose where the payer types a password.
function payPage(text) {
  try {
    const { href } = new URL(JSON.parse(text).url);
    return href.startsWith(HOST + 'pay/') ? { address: href } : { code: 'foreign_url' };
  } catch {
    return { code: 'bad_answer' };
  }
}
