import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const TRIES = 3;
const TIMEOUT_MILLIS = 10_000;
const LONGEST_PAUSE_SECONDS = 5;

/** Tuppence refused, or could not be reached. `status` is 0 where there was no answer. */
export class TuppenceError extends Error {
  constructor(status, { code = 'unreachable', detail, title, errors = [] } = {}, options) {
    super([detail ?? title ?? code, ...errors.map(({ field, message }) => `${field}: ${message}`)].join(' '), options);
    this.name = 'TuppenceError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/**
 * Asks to be paid: `order` is the body of `POST /api/v1/checkouts`. Send the payer to the `url` of what comes back.
 * `idempotencyKey` is yours to give, one for each order; with it, asking again (after a crash, say) gives the same
 * checkout. Tries up to three times where there is no answer or Tuppence is busy; that is safe under the one key.
 */
export function createCheckout(order, { idempotencyKey = randomUUID(), ...till }) {
  return ask(till, '/api/v1/checkouts', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
    body: JSON.stringify(order),
  });
}

/** Asks what became of a checkout. */
export function readCheckout(id, till) {
  return ask(till, `/api/v1/checkouts/${encodeURIComponent(id)}`, {});
}

async function ask(till, path, request) {
  for (let left = TRIES - 1; ; left--) {
    const answer = await once(till, path, request);
    if (answer.checkout) return answer.checkout;
    if (!left || !mayTryAgain(answer.error)) throw answer.error;
    await pause(answer.waitSeconds * 1000);
  }
}

async function once({ host, key, timeoutMillis = TIMEOUT_MILLIS }, path, { headers, ...request }) {
  // Outside: an address that is none is the store's own mistake, and no better the next time.
  const address = new URL(String(host).replace(/\/+$/, '') + path);
  try {
    const answer = await fetch(address, {
      ...request,
      headers: { ...headers, Authorization: `Bearer ${key}`, Accept: 'application/json' },
      // Elsewhere nobody is to see the key.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMillis),
    });
    const text = await answer.text();
    return answer.ok ? { checkout: JSON.parse(text) } : refused(answer, text);
  } catch (cause) {
    return { error: new TuppenceError(0, { detail: 'Tuppence did not answer.' }, { cause }), waitSeconds: 1 };
  }
}

function refused(answer, text) {
  const seconds = Number(answer.headers.get('Retry-After') ?? 1);
  return {
    error: new TuppenceError(answer.status, problemOf(text)),
    waitSeconds: Math.min(seconds, LONGEST_PAUSE_SECONDS),
  };
}

// A proxy in between answers in its own way.
function problemOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { code: 'bad_answer', detail: 'What came is not an answer of Tuppence.' };
  }
}

function mayTryAgain({ status, code }) {
  return status === 0 || status === 429 || status >= 500 || code === 'idempotency_in_progress';
}
