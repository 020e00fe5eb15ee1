import assert from 'node:assert/strict';
import { test } from 'node:test';
import { send, sendJson } from './support/servers.js';
import { Stage, buttonOf } from './support/stage.js';

const stage = Stage.forThisFile();
const CREATE = '<tuppence-button create="/checkout" reference="order-17"><a href="/plain">Pay</a></tuppence-button>';

const shopAnswers = (answer) => stage.shop.pages.set('/checkout', answer);
const url = (text) => (request, response) => sendJson(response, { url: text });
const fault = (code) => ({
  type: 'tuppence-error',
  target: 'tuppence-button',
  detail: { checkout: null, state: null, code },
});

async function assertFails(answer, code) {
  shopAnswers(answer);
  const page = await stage.open(CREATE);
  await buttonOf(page).click();
  await page.getByText('Nothing was paid').waitFor();
  assert.deepEqual(page.told, [fault(code)]);
  assert.equal(page.url(), stage.shop.url + '/');
  assert.notEqual(await buttonOf(page).getAttribute('aria-disabled'), 'true');
  await page.context().close();
}

test('a shop that refuses', () =>
  assertFails((request, response) => sendJson(response, { url: `${stage.host.url}/pay/co_1` }, 409), 'refused'));

test('a shop whose line is cut', () => assertFails((request) => request.socket.destroy(), 'network'));

test('a shop that sends the script on to another site instead of answering it', () =>
  assertFails((request, response) => send(response, 303, 'text/plain', '', { Location: `${stage.host.url}/pay/co_1` }), 'network'));

test('answers that hold no address', async () => {
  for (const body of ['<html>', '', 'null', '[]', '{"url":null}', '{"url":7}', '{"url":"/pay/co_1"}', '{"link":"x"}']) {
    await assertFails((request, response) => send(response, 200, 'application/json', body), 'bad_answer');
  }
});

test('addresses that are not payment pages of Tuppence', async () => {
  const { port, url: host } = stage.host;
  const strangers = [
    'https://evil.example/pay/co_1',
    `http://localhost.evil.example:${port}/pay/co_1`,
    `http://localhost:${port}@evil.example/pay/co_1`,
    `http://payer@localhost:${port}/pay/co_1`,
    `http://localhost:${port + 1}/pay/co_1`,
    `${host}/pay/../login`,
    `${host}/pay/%2e%2e/login`,
    `${host}/payments/co_1`,
    `${host}/wallet?x=/pay/co_1`,
    'javascript:tell({ type: "script" })',
    'data:text/html,pay',
  ];
  for (const stranger of strangers) await assertFails(url(stranger), 'foreign_url');
});

test('a button that failed works when it is tried again', async () => {
  shopAnswers((request, response) => sendJson(response, {}, 500));
  const page = await stage.open(CREATE);
  await buttonOf(page).click();
  await page.getByText('Nothing was paid').waitFor();
  shopAnswers(url(`${stage.host.url}/pay/co_2`));
  await buttonOf(page).click();
  await page.waitForURL(`${stage.host.url}/pay/co_2`);
});

test('a shop that never answers is given up after half a minute', async () => {
  shopAnswers(() => undefined);
  const page = await stage.open(CREATE);
  // AbortSignal.timeout lies outside the page's clock, so the test only shortens it.
  await page.evaluate(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (millis) => timeout(millis / 300);
  });
  await buttonOf(page).click();
  await page.getByText('Nothing was paid').waitFor();
  assert.deepEqual(page.told, [fault('network')]);
});

test('a page may say it in its own words, or in its own way', async () => {
  shopAnswers((request, response) => sendJson(response, {}, 500));
  const own = await stage.open(
    '<p lang="de"><tuppence-button create="/checkout" label="Bezahlen" error-label="Noch einmal, bitte."></tuppence-button></p>',
  );
  await own.getByRole('button', { name: 'Bezahlen' }).click();
  const message = own.getByText('Noch einmal, bitte.');
  await message.waitFor();
  assert.equal(await message.getAttribute('lang'), null);

  const silent = await stage.open(CREATE);
  await silent.evaluate(() =>
    addEventListener('tuppence-error', (event) => {
      event.preventDefault();
      globalThis.failed = true;
    }),
  );
  await buttonOf(silent).click();
  await silent.waitForFunction(() => globalThis.failed);
  assert.equal(await silent.getByText('Nothing was paid').count(), 0);
});

test('attributes that cannot work leave the fallback, and say so', async () => {
  const wrong = [
    '',
    'button="17"',
    'button="btn_../x"',
    'button=""',
    'create="https://evil.example/checkout"',
    'create="javascript:alert(1)"',
    'create="http://["',
    'give=".."',
    'give="@"',
    'give="a/b"',
  ];
  for (const attributes of wrong) {
    const page = await stage.open(`<tuppence-button ${attributes}><a href="/plain">Pay plainly</a></tuppence-button>`);
    assert.ok(await page.getByRole('link', { name: 'Pay plainly' }).isVisible(), attributes);
    assert.equal(await page.getByRole('button').count(), 0, attributes);
    await page.waitForFunction(() => document.querySelector('tuppence-button').matches(':defined'));
    assert.deepEqual(page.told, [fault('bad_attributes')], attributes);
    await page.context().close();
  }
});

test('attributes set one after another are no fault', async () => {
  const page = await stage.open('');
  await page.evaluate(() => {
    const button = document.createElement('tuppence-button');
    document.querySelector('main').append(button);
    button.setAttribute('reference', 'order-17');
    button.setAttribute('button', 'btn_1');
  });
  await buttonOf(page).waitFor();
  assert.deepEqual(page.told, []);
});
