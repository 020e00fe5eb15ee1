import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendJson } from './support/servers.js';
import { Stage, buttonOf } from './support/stage.js';

const stage = Stage.forThisFile();
const CREATE = '<tuppence-button create="/checkout" reference="order-17"></tuppence-button>';

const asked = () => stage.shop.requests.filter(({ url }) => url === '/checkout').length;
const waits = async (page) => (await buttonOf(page).getAttribute('aria-disabled')) === 'true';

/** A shop that holds its answers back until the test lets them go. */
function heldBack() {
  const answers = [];
  stage.shop.pages.set('/checkout', (request, response) => {
    answers.push(() => sendJson(response, { url: `${stage.host.url}/pay/co_${answers.length}` }));
  });
  return answers;
}

test('a double click asks once', async () => {
  const answers = heldBack();
  const page = await stage.open(CREATE);
  const arrived = page.waitForRequest('**/checkout');
  await buttonOf(page).dblclick();
  await buttonOf(page).click({ force: true });
  await page.keyboard.press('Enter');
  await arrived;
  assert.ok(await waits(page));
  answers[0]();
  await page.waitForURL(`${stage.host.url}/pay/co_1`);
  assert.equal(asked(), 1);
  assert.equal(page.told.length, 1);
});

test('going back finds the page as it was and the button awake', async () => {
  const page = await stage.open('<tuppence-button button="btn_1"></tuppence-button>');
  await page.evaluate(() => {
    globalThis.memory = 'kept';
    addEventListener('pageshow', ({ persisted }) => (globalThis.persisted = persisted));
  });
  for (let round = 0; round < 2; round++) {
    await buttonOf(page).click();
    await page.waitForURL(`${stage.host.url}/pay/**`);
    // A page from the cache is not loaded again, so there is no load to wait for.
    await page.goBack({ waitUntil: 'commit' });
    await page.waitForFunction(() => globalThis.persisted && globalThis.memory === 'kept');
    assert.equal(await waits(page), false);
  }
});

test('a payer who stops the page from loading finds a button that works again', async () => {
  const page = await stage.open('<tuppence-button button="btn_1"></tuppence-button>');
  await page.clock.install();
  await page.route('**/pay/**', (route) => route.fulfill({ status: 204 }));
  await buttonOf(page).click();
  assert.ok(await waits(page));
  await page.clock.runFor(15_000);
  assert.equal(await waits(page), false);
  assert.equal(page.url(), stage.shop.url + '/');
});

test('an answer to what is no longer asked for leads nowhere', async () => {
  const changes = {
    removed: (button) => button.remove(),
    changed: (button) => button.setAttribute('reference', 'order-18'),
  };
  for (const [name, change] of Object.entries(changes)) {
    const answers = heldBack();
    const page = await stage.open(CREATE);
    const answered = page.waitForResponse('**/checkout').then((response) => response.finished());
    await Promise.all([page.waitForRequest('**/checkout'), buttonOf(page).click()]);
    await page.locator('tuppence-button').evaluate(change);
    answers[0]();
    await answered;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.equal(page.url(), stage.shop.url + '/', name);
    assert.deepEqual(page.told, [], name);
  }
});

test('an attribute set to what it was disturbs nothing under way', async () => {
  const answers = heldBack();
  const page = await stage.open(CREATE);
  await Promise.all([page.waitForRequest('**/checkout'), buttonOf(page).click()]);
  await page.locator('tuppence-button').evaluate((button) => button.setAttribute('reference', 'order-17'));
  assert.ok(await waits(page));
  answers[0]();
  await page.waitForURL(`${stage.host.url}/pay/co_1`);
});
