import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'whsec_';
const TIMESTAMP = /^[0-9]{1,12}$/;
export const TOLERANCE_SECONDS = 300;

/** What came is not from Tuppence, not for this store, or too old to be believed. `code` says which. */
export class SignatureError extends Error {
  constructor(code, message) {
    super(message);
    this.name = 'SignatureError';
    this.code = code;
  }
}

/**
 * Returns when one of `signatures` (parted by spaces) is that of `content` under one of `secrets`; else throws.
 * Texts are compared, not what they decode to: two ways to write one signature would be one too many.
 */
export function checkSignature(content, signatures, secrets) {
  const given = signatures.split(' ').map((text) => Buffer.from(text));
  const isOurs = keys(secrets).some((key) => {
    const expected = Buffer.from(`v1,${createHmac('sha256', key).update(content).digest('base64')}`);
    return given.some((one) => one.length === expected.length && timingSafeEqual(one, expected));
  });
  if (!isOurs) throw new SignatureError('bad_signature', 'No signature fits: it was changed, or the secret is another');
}

/** The time of a `timestamp` in unix seconds; throws where it is further from now than the tolerance. */
export function checkAge(timestamp, { toleranceSeconds = TOLERANCE_SECONDS, now = new Date() } = {}) {
  if (!TIMESTAMP.test(timestamp)) throw new SignatureError('malformed', 'The timestamp is no number of seconds');
  const at = new Date(timestamp * 1000);
  const isFresh = Math.abs(now - at) <= toleranceSeconds * 1000;
  if (!isFresh) throw new SignatureError('too_old', `The timestamp is over ${toleranceSeconds} seconds from now`);
  return at;
}

function keys(secrets) {
  const list = [secrets].flat();
  if (!list.length) throw new TypeError('At least one secret is needed');
  return list.map(keyOf);
}

// A wrong secret is the store's own mistake, and must not look like a forgery.
function keyOf(secret) {
  const text = typeof secret === 'string' && secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : '';
  const key = Buffer.from(text, 'base64');
  if (!key.length || key.toString('base64') !== text) throw new TypeError('A secret is whsec_ and base64');
  return key;
}
