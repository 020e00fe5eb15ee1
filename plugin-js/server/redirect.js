import { SignatureError, checkAge, checkSignature } from './signature.js';

const STATES = ['paid', 'authorized', 'canceled'];

// The values are joined by dots, so each must have a form in which none can take a part of its neighbour.
const FORMS = {
  checkout: /^co_\w+$/,
  transfer: /^tr_\w+$/,
  timestamp: /^\d+$/,
  state: /^[a-z_]+$/,
  amount: /^\d+(\.\d+)?$/,
  currency: /^[A-Z][A-Z0-9]+$/,
  reference: /^/,
};

/**
 * Checks the address that a payer came back by. `from` is that address (a URL, or text, whole or from its path on), its
 * search parameters, or an object of them as web frameworks make it. Throws SignatureError where it is not genuine.
 */
export function verifyRedirect(from, secrets, options) {
  const { checkout, ...told } = verify('', ['checkout'], from, secrets, options);
  if (!STATES.includes(told.state)) throw new SignatureError('malformed', 'Nobody comes back in such a state');
  return { checkout, ...told };
}

/** The same for the way back from a donation page, which is about a transfer. */
export function verifyGift(from, secrets, options) {
  return verify('give.', ['transfer'], from, secrets, options);
}

function verify(prefix, [subject], from, secrets, options) {
  const read = readerOf(from);
  const [id, timestamp, state, amount, currency, reference] = [
    subject,
    'timestamp',
    'state',
    'amount',
    'currency',
    'reference',
  ].map((name) => wellFormed(name, read(name)));
  const content = `${prefix}${[id, timestamp, state, amount, currency, reference].join('.')}`;
  checkSignature(content, read('signature'), secrets);
  return { [subject]: id, state, amount: { amount, currency }, reference, at: checkAge(timestamp, options) };
}

function wellFormed(name, value) {
  if (!FORMS[name].test(value)) throw new SignatureError('malformed', `tuppence_${name} is missing or malformed`);
  return value;
}

/** Gives the one value of a parameter, or empty text. Of two, nobody can say which one was meant. */
function readerOf(from) {
  const all = valuesOf(from);
  return (name) => {
    const values = all(`tuppence_${name}`);
    if (values.length > 1) throw new SignatureError('malformed', `tuppence_${name} came more than once`);
    return values[0] ?? '';
  };
}

function valuesOf(from) {
  if (typeof from === 'string') return valuesOf(new URL(from, 'https://shop.invalid'));
  if (from instanceof URL) return valuesOf(from.searchParams);
  if (from instanceof URLSearchParams) return (name) => from.getAll(name);
  return (name) => (Object.hasOwn(from, name) ? [from[name]].flat().map(String) : []);
}
