import { SignatureError, checkAge, checkSignature } from './signature.js';

/**
 * Checks a callback (Standard Webhooks) and returns what it says, with its `id`: the same for each time that it is sent.
 * `body` is the request's body as it came, text or bytes, before anything has parsed it; `headers` an object of headers
 * as Node has it, or a `Headers`. Throws SignatureError where it is not genuine.
 */
export function verifyCallback(body, headers, secrets, options) {
  const bytes = bytesOf(body);
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) => header(headers, `webhook-${name}`));
  checkSignature(Buffer.concat([Buffer.from(`${id}.${timestamp}.`), bytes]), signatures, secrets);
  checkAge(timestamp, options);
  return { id, ...parse(bytes) };
}

function bytesOf(body) {
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof Uint8Array) return body;
  throw new TypeError('The body is needed as it came, before it was parsed: text or bytes');
}

function header(headers, name) {
  const value = headers.get instanceof Function ? headers.get(name) : headers[name];
  if (typeof value !== 'string' || !value) throw new SignatureError('malformed', `The header ${name} is missing`);
  return value;
}

function parse(bytes) {
  const told = JSON.parse(Buffer.from(bytes).toString());
  return { type: told.type, timestamp: told.timestamp, livemode: told.livemode, data: told.data };
}
