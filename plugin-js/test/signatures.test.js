import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SignatureError, verifyCallback, verifyGift, verifyRedirect } from '../server/index.js';

// What Tuppence itself signed: SignaturesForNodeTest.java holds this file to the code.
const SIGNED = JSON.parse(readFileSync(new URL('signatures.json', import.meta.url), 'utf8'));
const now = new Date(SIGNED.now);
const [{ address, secret }] = SIGNED.redirects;
const [callback, rotating] = SIGNED.callbacks;
const OTHER = 'whsec_YW5vdGhlciBzdG9yZSdzIHNlY3JldCwgMzIgYnl0ZXM=';

const later = (seconds) => ({ now: new Date(now.getTime() + seconds * 1000) });
const refused = (code) => (error) => error instanceof SignatureError && error.code === code;
const parametersOf = (url) => Object.fromEntries(new URL(url).searchParams);

/** Calls back with each text that differs from `text` in one bit of one byte, all bits in turn. */
function eachFlipped(text, use) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at++) {
    const flipped = Buffer.from(bytes);
    flipped[at] ^= 1 << at % 7;
    use(flipped.toString(), `byte ${at} of ${text}`);
  }
}

test('every way back that Tuppence signed is accepted, in each form that a framework gives it', () => {
  for (const { address, secret } of SIGNED.redirects) {
    const told = parametersOf(address);
    const expected = {
      checkout: told.tuppence_checkout,
      state: told.tuppence_state,
      amount: { amount: '2.50', currency: 'USD' },
      reference: told.tuppence_reference,
      at: now,
    };
    const url = new URL(address);
    for (const form of [address, url, url.searchParams, told, url.pathname + url.search, url.search]) {
      assert.deepEqual(verifyRedirect(form, secret, { now }), expected);
    }
  }
});

test('a way back with any one byte changed is refused', () => {
  let count = 0;
  for (const { address, secret } of SIGNED.redirects) {
    const genuine = parametersOf(address);
    for (const [name, value] of Object.entries(genuine).filter(([key]) => key.startsWith('tuppence_'))) {
      eachFlipped(value, (changed, which) => {
        count++;
        assert.throws(() => verifyRedirect({ ...genuine, [name]: changed }, secret, { now }), SignatureError, which);
      });
    }
  }
  assert.ok(count > 400, `${count} changes`);
});

test('a value cannot take a part of its neighbour, though what is signed stays the same', () => {
  const genuine = parametersOf(address);
  const moved = { ...genuine, tuppence_amount: '2', tuppence_currency: '50', tuppence_reference: 'USD.order-17' };
  assert.throws(() => verifyRedirect(moved, secret, { now }), refused('malformed'));
});

test('a way back that lacks a value, or has it twice, is refused', () => {
  const genuine = parametersOf(address);
  for (const name of Object.keys(genuine)) {
    const { [name]: left, ...lacking } = genuine;
    assert.throws(() => verifyRedirect(lacking, secret, { now }), SignatureError, name);
    assert.throws(() => verifyRedirect(`${address}&${name}=x`, secret, { now }), refused('malformed'), name);
    assert.throws(() => verifyRedirect({ ...genuine, [name]: [left, 'x'] }, secret, { now }), refused('malformed'), name);
  }
  assert.throws(() => verifyRedirect({}, secret, { now }), refused('malformed'));
  assert.throws(() => verifyRedirect('', secret, { now }), refused('malformed'));
});

test('a reference that is absent counts as empty', () => {
  const { tuppence_reference: empty, ...without } = parametersOf(SIGNED.redirects[2].address);
  assert.equal(empty, '');
  assert.equal(verifyRedirect(without, secret, { now }).reference, '');
});

test('what is over five minutes from now is refused, by either clock', () => {
  for (const seconds of [-300, 0, 300]) verifyRedirect(address, secret, later(seconds));
  for (const seconds of [-301, 301, 86_400]) {
    assert.throws(() => verifyRedirect(address, secret, later(seconds)), refused('too_old'));
    assert.throws(() => verifyCallback(callback.body, callback.headers, callback.secrets, later(seconds)), refused('too_old'));
  }
  verifyRedirect(address, secret, { ...later(3600), toleranceSeconds: 3600 });
  assert.throws(() => verifyRedirect(address, secret), refused('too_old'), 'and now is now unless told');
});

test("another store's secret accepts nothing; of two that are valid either will do", () => {
  assert.throws(() => verifyRedirect(address, OTHER, { now }), refused('bad_signature'));
  assert.throws(() => verifyCallback(callback.body, callback.headers, OTHER, { now }), refused('bad_signature'));
  verifyRedirect(address, [OTHER, secret], { now });
  verifyCallback(callback.body, callback.headers, [OTHER, ...callback.secrets], { now });
});

test('a secret that is none is the mistake of who calls', () => {
  for (const wrong of ['', 'whsec_', 'whsec_???', secret.slice(6), undefined, null, []]) {
    assert.throws(() => verifyRedirect(address, wrong, { now }), TypeError);
  }
});

test('a gift and a payment never stand for each other', () => {
  const { parameters, secret } = SIGNED.gift;
  assert.deepEqual(verifyGift(parameters, secret, { now }), {
    transfer: 'tr_1',
    state: 'posted',
    amount: { amount: '1.00', currency: 'USD' },
    reference: 'spring',
    at: now,
  });
  assert.throws(() => verifyRedirect(parameters, secret, { now }), SignatureError);
  assert.throws(() => verifyRedirect({ ...parameters, tuppence_checkout: 'tr_1' }, secret, { now }), SignatureError);
  assert.throws(() => verifyGift(address, SIGNED.redirects[0].secret, { now }), SignatureError);
  for (const [name, value] of Object.entries(parameters)) {
    eachFlipped(value, (changed, which) =>
      assert.throws(() => verifyGift({ ...parameters, [name]: changed }, secret, { now }), SignatureError, which),
    );
  }
});

test('every callback that Tuppence signed is accepted, as text and as bytes, and says what it says', () => {
  for (const { body, headers, secrets } of SIGNED.callbacks) {
    for (const [asBody, asHeaders] of [
      [body, headers],
      [Buffer.from(body), new Headers(headers)],
      [new TextEncoder().encode(body), headers],
    ]) {
      const told = verifyCallback(asBody, asHeaders, secrets, { now });
      assert.deepEqual(told, { id: headers['webhook-id'], ...JSON.parse(body) });
    }
  }
});

test('while one secret follows the other, a store with either accepts', () => {
  const [before, next] = rotating.secrets;
  for (const one of [before, next]) verifyCallback(rotating.body, rotating.headers, one, { now });
  assert.throws(() => verifyCallback(rotating.body, rotating.headers, OTHER, { now }), refused('bad_signature'));
});

test('a callback with any one byte of its body, id or timestamp changed is refused', () => {
  for (const { body, headers, secrets } of SIGNED.callbacks) {
    const bytes = Buffer.from(body);
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped[at] ^= 1 << at % 8;
      assert.throws(() => verifyCallback(flipped, headers, secrets, { now }), refused('bad_signature'), `byte ${at}`);
    }
    for (const name of ['webhook-id', 'webhook-timestamp']) {
      eachFlipped(headers[name], (changed, which) =>
        assert.throws(() => verifyCallback(body, { ...headers, [name]: changed }, secrets, { now }), SignatureError, which),
      );
    }
  }
});

test('a callback with any one byte of its only signature changed is refused', () => {
  eachFlipped(callback.headers['webhook-signature'], (changed, which) => {
    const headers = { ...callback.headers, 'webhook-signature': changed };
    assert.throws(() => verifyCallback(callback.body, headers, callback.secrets, { now }), refused('bad_signature'), which);
  });
});

test('signatures of other kinds are passed over, and none is none', () => {
  const given = (signature) => ({ ...callback.headers, 'webhook-signature': signature });
  const good = callback.headers['webhook-signature'];
  verifyCallback(callback.body, given(`v1a,xyz v2,abc ${good}`), callback.secrets, { now });
  for (const bad of [good.replace('v1,', 'v2,'), good.slice(3), 'v1,', 'v1', `${good}=`, `v1,${good}`]) {
    assert.throws(() => verifyCallback(callback.body, given(bad), callback.secrets, { now }), refused('bad_signature'), bad);
  }
  for (const name of Object.keys(callback.headers)) {
    const { [name]: left, ...lacking } = callback.headers;
    assert.throws(() => verifyCallback(callback.body, lacking, callback.secrets, { now }), refused('malformed'), left);
  }
});

test('a body that was parsed before is the mistake of who calls', () => {
  assert.throws(() => verifyCallback(JSON.parse(callback.body), callback.headers, callback.secrets, { now }), TypeError);
});
