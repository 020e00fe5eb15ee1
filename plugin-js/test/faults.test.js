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

async function assertFails(code, ...answers) {
  const page = await stage.open(CREATE);
  for (const answer of answers) {
    shopAnswers(answer);
    page.told.length = 0;
    await buttonOf(page).click();
    await page.getByText('Nothing was paid').waitFor();
    assert.deepEqual(page.told, [fault(code)], String(answer));
    assert.equal(page.url(), stage.shop.url + '/');
    assert.notEqual(await buttonOf(page).getAttribute('aria-disabled'), 'true');
  }
}

test('a shop that refuses', () =>
  assertFails('refused', (request, response) => sendJson(response, { url: `${stage.host.url}/pay/co_1` }, 409)));

test('a shop whose line is cut', () => assertFails('network', (request) => request.socket.destroy()));

test('a shop that sends the script on to another site instead of answering it', () => {
  const headers = { Location: `${stage.host.url}/pay/co_1` };
  return assertFails('network', (request, response) => send(response, 303, 'text/plain', '', headers));
});

test('answers that hold no address', () => {
  const bodies = ['<html>', '', 'null', '[]', '{"url":null}', '{"url":7}', '{"url":"/pay/co_1"}', '{"link":"x"}'];
  const answers = bodies.map((body) => (request, response) => send(response, 200, 'application/json', body));
  return assertFails('bad_answer', ...answers);
});

test('addresses that are not payment pages of Tuppence', () => {
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
  return assertFails('foreign_url', ...strangers.map(url));
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
  const elements = wrong.map((attributes) => `<tuppence-button ${attributes}><a href="/plain">Pay plainly</a></tuppence-button>`);
  const page = await stage.open(elements.join(''));
  await page.waitForFunction(() => document.querySelector('tuppence-button').matches(':defined'));
  for (const link of await page.getByRole('link', { name: 'Pay plainly' }).all()) assert.ok(await link.isVisible());
  assert.equal(await page.getByRole('link').count(), wrong.length);
  assert.equal(await page.getByRole('button').count(), 0);
  assert.deepEqual(page.told, wrong.map(() => fault('bad_attributes')));
});

test('attributes set one after another are no fault, nor is what happens off the page', async () => {
  const page = await stage.open('');
  await page.evaluate(() => {
    const button = document.createElement('tuppence-button');
    document.querySelector('main').append(button);
    button.setAttribute('reference', 'order-17');
    button.setAttribute('button', 'btn_1');
  });
  await buttonOf(page).waitFor();
  assert.deepEqual(page.told, []);
  const toldAlone = await page.locator('tuppence-button').evaluate(async (button) => {
    let count = 0;
    button.addEventListener('tuppence-error', () => count++);
    button.remove();
    button.removeAttribute('button');
    await Promise.resolve();
    return count;
  });
  assert.equal(toldAlone, 0);
});
