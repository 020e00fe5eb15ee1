import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { TuppenceError, createCheckout, readCheckout } from '../server/index.js';

const ORDER = { amount: { amount: '2.50', currency: 'USD' }, description: 'Tea', return_url: 'https://shop.example/back' };
const CHECKOUT = { id: 'co_1', url: 'https://cash.example/pay/co_1', state: 'open' };

const answers = [];
const requests = [];
let till;
let server;

before(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push({ method: request.method, url: request.url, headers: request.headers, body });
    answers.shift()(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  till = { host: `http://127.0.0.1:${server.address().port}/cash/`, key: 'sk_test_1' };
});

after(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

const gives = (status, value, headers = {}) => (response) => {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(typeof value === 'string' ? value : JSON.stringify(value));
};
const cut = (response) => response.destroy();

function tuppence(...next) {
  requests.length = 0;
  answers.splice(0, answers.length, ...next);
}

test('a checkout is asked for as the contract says', async () => {
  tuppence(gives(201, CHECKOUT));
  assert.deepEqual(await createCheckout(ORDER, { ...till, idempotencyKey: 'order-17' }), CHECKOUT);
  const [{ method, url, headers, body }] = requests;
  assert.equal(`${method} ${url}`, 'POST /cash/api/v1/checkouts');
  assert.equal(headers.authorization, 'Bearer sk_test_1');
  assert.equal(headers['idempotency-key'], 'order-17');
  assert.equal(headers['content-type'], 'application/json');
  assert.deepEqual(JSON.parse(body), ORDER);
});

test('what became of it is asked', async () => {
  tuppence(gives(200, CHECKOUT));
  assert.deepEqual(await readCheckout('co_1', till), CHECKOUT);
  assert.equal(`${requests[0].method} ${requests[0].url}`, 'GET /cash/api/v1/checkouts/co_1');
  tuppence(gives(404, { code: 'not_found' }));
  await assert.rejects(readCheckout('../me', till), { code: 'not_found' });
  assert.equal(requests[0].url, '/cash/api/v1/checkouts/..%2Fme');
});

test('a lost answer and a busy Tuppence are asked again under the same key', async () => {
  tuppence(cut, gives(503, { code: 'overloaded' }, { 'Retry-After': '0' }), gives(201, CHECKOUT));
  assert.deepEqual(await createCheckout(ORDER, till), CHECKOUT);
  const keys = new Set(requests.map(({ headers }) => headers['idempotency-key']));
  assert.equal(requests.length, 3);
  assert.equal(keys.size, 1);
  assert.match([...keys][0], /^[0-9a-f-]{36}$/);
});

test('a refusal is not asked again and says what is wrong', async () => {
  const problem = {
    code: 'invalid_request',
    detail: 'Please check it.',
    errors: [{ field: 'amount', message: 'Please write an amount.' }],
  };
  tuppence(gives(422, problem));
  await assert.rejects(createCheckout(ORDER, till), (error) => {
    assert.ok(error instanceof TuppenceError);
    assert.equal(error.status, 422);
    assert.equal(error.code, 'invalid_request');
    assert.deepEqual(error.errors, problem.errors);
    assert.equal(error.message, 'Please check it. amount: Please write an amount.');
    return true;
  });
  assert.equal(requests.length, 1);
});

test('it gives up after three tries', async () => {
  const busy = gives(429, { code: 'rate_limited' }, { 'Retry-After': '0' });
  tuppence(busy, busy, busy);
  await assert.rejects(createCheckout(ORDER, till), { status: 429, code: 'rate_limited' });
  assert.equal(requests.length, 3);
});

test('the key goes nowhere else', async () => {
  const away = gives(307, '', { Location: 'https://evil.example/', 'Retry-After': '0' });
  tuppence(away, away, away);
  await assert.rejects(readCheckout('co_1', till), { status: 0, code: 'unreachable' });
});

test('an answer of something in between is an error that says so', async () => {
  tuppence(gives(403, '<html>'));
  await assert.rejects(readCheckout('co_1', till), { status: 403, code: 'bad_answer' });
});

test('an address that is none is said at once', async () => {
  tuppence();
  await assert.rejects(createCheckout(ORDER, { host: 'cash.example', key: 'sk_test_1' }), TypeError);
  assert.equal(requests.length, 0);
});
