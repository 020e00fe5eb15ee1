import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mock, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { verifyCallback } from '../../plugin-js/server/index.js';

// What a shop's server got when it was paid: CallbackTest.java kept it, to the byte.
const { secret, headers, body } = JSON.parse(readFileSync(new URL('../../target/callback.json', import.meta.url), 'utf8'));

// It is old by the time this runs, and both refuse what is old.
const at = Number(headers['webhook-timestamp']) * 1000;
mock.timers.enable({ apis: ['Date'], now: at });

const CHECKS = {
  standardwebhooks: (text, sent, key = secret) => new Webhook(key).verify(text, sent),
  'tuppence/server': (text, sent, key = secret) => verifyCallback(text, sent, key),
};

/** Each text that differs from `text` in one bit of one byte, all bits in turn. */
function* eachFlipped(text) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at++) {
    const flipped = Buffer.from(bytes);
    flipped[at] ^= 1 << at % 7;
    yield flipped.toString();
  }
}

for (const [name, check] of Object.entries(CHECKS)) {
  test(`${name} accepts it as it came`, () => {
    assert.doesNotThrow(() => check(body, headers));
  });

  test(`${name} refuses it with any signed byte changed`, () => {
    let count = 0;
    for (const changed of eachFlipped(body)) {
      assert.throws(() => check(changed, headers), `body: ${changed}`);
      count++;
    }
    for (const header of ['webhook-id', 'webhook-timestamp']) {
      for (const changed of eachFlipped(headers[header])) {
        assert.throws(() => check(body, { ...headers, [header]: changed }), `${header}: ${changed}`);
        count++;
      }
    }
    const signed = `${headers['webhook-id']}${headers['webhook-timestamp']}${body}`;
    assert.equal(count, Buffer.byteLength(signed));
    assert.throws(() => check(`${body} `, headers));
    assert.throws(() => check(body.slice(0, -1), headers));
  });

  test(`${name} refuses it under another secret, and when it is old`, () => {
    assert.throws(() => check(body, headers, 'whsec_YW5vdGhlciBzdG9yZSdzIHNlY3JldCwgMzIgYnl0ZXM='));
    mock.timers.setTime(at + 301_000);
    assert.throws(() => check(body, headers));
    mock.timers.setTime(at);
  });
}
