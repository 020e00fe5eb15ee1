import assert from 'node:assert/strict';
import { test } from 'node:test';
import { send, sendJson } from './support/servers.js';
import { Stage, buttonOf } from './support/stage.js';

const stage = Stage.forThisFile({ contextPath: '/cash' });
const CREATE = '<tuppence-button mode="popup" create="/checkout" reference="order-17"><a href="/plain">Pay</a></tuppence-button>';
const STORED = '<tuppence-button mode="popup" button="btn_1"></tuppence-button>';

const shopAnswers = (answer) => stage.shop.pages.set('/checkout', answer);
const checkoutOf = (id) => (request, response) => sendJson(response, { url: `${stage.host.url}/pay/${id}` });
const last = (page) => page.told.at(-1);

/** Clicks and gives the window that opens, once it stands at Tuppence. */
async function popUp(page, selector) {
  const [popup] = await Promise.all([page.waitForEvent('popup'), buttonOf(page, selector).click()]);
  await popup.waitForURL(`${stage.host.url}/**`);
  return popup;
}

/** What Tuppence's page does in the end. */
function say(popup, detail, changes = {}) {
  return popup.evaluate(
    ([told, other]) => {
      const asked = new URL(location.href).searchParams;
      globalThis.opener.postMessage({ nonce: asked.get('nonce'), detail: told, ...other }, asked.get('opener'));
    },
    [detail, changes],
  );
}

async function gone(popup) {
  if (!popup.isClosed()) await popup.waitForEvent('close');
}

/** As a link leads there, so that it keeps its opener. */
function go(popup, address) {
  return Promise.all([popup.waitForURL(address), popup.evaluate((url) => location.assign(url), address)]);
}

/** Two frames are drawn after whatever was posted before has been heard. */
const settle = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

async function assertTold(page, type, detail) {
  await page.waitForFunction(() => document.querySelector('tuppence-button').shadowRoot.querySelector('button').ariaDisabled !== 'true');
  assert.deepEqual(last(page), { type, target: 'tuppence-button', detail });
}

test('the window opens in the click itself, waits for the shop, and the page stays', async () => {
  let answer;
  shopAnswers((request, response) => (answer = () => checkoutOf('co_1')(request, response)));
  const page = await stage.open(CREATE);
  const asked = page.waitForRequest('**/checkout');
  const [popup] = await Promise.all([page.waitForEvent('popup'), buttonOf(page).click()]);
  await asked;
  assert.equal(popup.url(), 'about:blank');
  answer();
  await popup.waitForURL(`${stage.host.url}/pay/co_1?**`);
  const told = new URL(popup.url()).searchParams;
  assert.equal(told.get('opener'), stage.shop.url);
  assert.match(told.get('nonce'), /^\d+(-\d+){3}$/);
  assert.equal(page.url(), stage.shop.url + '/');
  assert.deepEqual(last(page), {
    type: 'tuppence-open',
    target: 'tuppence-button',
    detail: { checkout: 'co_1', state: 'open' },
  });
});

test('what was paid, authorized, canceled or too late is told, and the window goes', async () => {
  const ends = { paid: 'tuppence-paid', authorized: 'tuppence-paid', canceled: 'tuppence-cancel', expired: 'tuppence-cancel' };
  for (const [state, type] of Object.entries(ends)) {
    shopAnswers(checkoutOf('co_1'));
    const page = await stage.open(CREATE);
    const popup = await popUp(page);
    const closed = popup.waitForEvent('close');
    const url = `${stage.shop.url}/return?tuppence_state=${state}`;
    await say(popup, { checkout: 'co_1', state, url });
    await closed;
    await assertTold(page, type, { checkout: 'co_1', state, url });
    assert.equal(await page.getByText('Paid. Thank you.').count(), type === 'tuppence-paid' ? 1 : 0, state);
    assert.equal(page.url(), stage.shop.url + '/');
  }
});

test('the focus goes to the window and is back on the button', async () => {
  const page = await stage.open(STORED + '<input id="other">');
  const popup = await popUp(page);
  assert.ok(await popup.evaluate(() => document.hasFocus()));
  await say(popup, { checkout: 'co_1', state: 'canceled' });
  await assertTold(page, 'tuppence-cancel', { checkout: 'co_1', state: 'canceled' });
  assert.ok(await buttonOf(page).evaluate((button) => button.getRootNode().activeElement === button));
});

test('who closes the window is heard of, and may begin again', async () => {
  const page = await stage.open(STORED);
  for (let round = 0; round < 2; round++) {
    const popup = await popUp(page);
    await popup.close();
    await assertTold(page, 'tuppence-cancel', { checkout: null, state: null, code: 'closed' });
  }
});

test('Escape on the button closes the window', async () => {
  const page = await stage.open(STORED);
  const popup = await popUp(page);
  await Promise.all([popup.waitForEvent('close'), page.keyboard.press('Escape')]);
  await assertTold(page, 'tuppence-cancel', { checkout: null, state: null, code: 'closed' });
  await page.keyboard.press('Escape');
  assert.equal(page.told.length, 2);
});

test('a click while it is open brings the window to the front and asks nothing again', async () => {
  shopAnswers(checkoutOf('co_1'));
  const page = await stage.open(CREATE);
  const popup = await popUp(page);
  await page.bringToFront();
  await buttonOf(page).click({ force: true });
  await settle(page);
  assert.equal(page.context().pages().length, 2);
  assert.equal(stage.shop.requests.filter(({ url }) => url === '/checkout').length, 1);
  await say(popup, { checkout: 'co_1', state: 'paid' });
  await assertTold(page, 'tuppence-paid', { checkout: 'co_1', state: 'paid' });
});

test('only that window, from Tuppence itself, about this click is believed', async () => {
  const page = await stage.open(STORED);
  const popup = await popUp(page);
  const address = popup.url();
  const nonce = new URL(address).searchParams.get('nonce');
  const forged = { nonce, detail: { checkout: 'co_1', state: 'paid' } };

  await page.evaluate((message) => {
    postMessage(message, '*');
    dispatchEvent(new MessageEvent('message', { data: message }));
  }, forged);
  const other = await page.context().newPage();
  await other.goto(stage.host.url + '/');
  await page.evaluate(
    ([message, host]) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.src = host;
        frame.onload = resolve;
        document.body.append(frame);
      }).then(() => message),
    [forged, stage.host.url + '/'],
  );
  // From Tuppence's origin, but of another window.
  await page.frames()[1].evaluate((message) => parent.postMessage(message, '*'), forged);
  for (const data of [{ ...forged, nonce: '1-2-3-4' }, { detail: forged.detail }, null, 'paid', 7, nonce]) {
    await popup.evaluate((message) => globalThis.opener.postMessage(message, '*'), data);
  }
  // The right window, but it stands elsewhere now.
  await go(popup, stage.shop.url + '/');
  await popup.evaluate((message) => globalThis.opener?.postMessage(message, '*'), forged);
  await settle(page);
  assert.deepEqual(page.told.map(({ type }) => type), ['tuppence-open']);

  await go(popup, address);
  await say(popup, { checkout: 'co_1', state: 'paid' });
  await assertTold(page, 'tuppence-paid', { checkout: 'co_1', state: 'paid' });
});

test('a window that the browser blocks makes no difference but to leave the page', async () => {
  shopAnswers(checkoutOf('co_1'));
  const ways = { [CREATE]: '/pay/co_1', [STORED]: '/pay/button/btn_1' };
  for (const [body, path] of Object.entries(ways)) {
    const page = await stage.open('', { head: '' });
    await page.addInitScript(() => (globalThis.open = () => null));
    stage.shop.pages.set('/blocked', { html: stage.script() + body });
    await page.goto(`${stage.shop.url}/blocked`);
    await buttonOf(page).click();
    await page.waitForURL(stage.host.url + path);
  }
});

test('a shop that fails, and a page that holds the payer back, leave no window behind', async () => {
  shopAnswers((request, response) => sendJson(response, {}, 500));
  const page = await stage.open(CREATE);
  const [popup] = await Promise.all([page.waitForEvent('popup'), buttonOf(page).click()]);
  await gone(popup);
  await page.getByText('Nothing was paid').waitFor();
  await assertTold(page, 'tuppence-error', { checkout: null, state: null, code: 'refused' });

  await page.evaluate(() => addEventListener('tuppence-open', (event) => event.preventDefault()));
  shopAnswers(checkoutOf('co_2'));
  const [second] = await Promise.all([page.waitForEvent('popup'), buttonOf(page).click()]);
  await gone(second);
  await assertTold(page, 'tuppence-open', { checkout: 'co_2', state: 'open' });
});

test('another offer while the shop thinks closes the window', async () => {
  let arrived;
  const asked = new Promise((resolve) => (arrived = resolve));
  shopAnswers((request, response) => arrived(() => checkoutOf('co_1')(request, response)));
  const page = await stage.open(CREATE);
  const [popup] = await Promise.all([page.waitForEvent('popup'), buttonOf(page).click()]);
  const answer = await asked;
  await page.locator('tuppence-button').evaluate((button) => button.setAttribute('reference', 'order-18'));
  answer();
  await gone(popup);
  assert.deepEqual(page.told, []);
});

test('a gift pops up where there is a registered site to speak to, and else leaves the page', async () => {
  const gift = (more) => `<tuppence-button mode="popup" give="@library" ${more}></tuppence-button>`;
  const page = await stage.open(gift(`return-url="https://library.example/thanks"`));
  const popup = await popUp(page);
  assert.match(popup.url(), /\/give\/library\?return_url=https%3A%2F%2Flibrary.example%2Fthanks&opener=/);
  await say(popup, { checkout: null, transfer: 'tr_1', state: 'paid' });
  await assertTold(page, 'tuppence-paid', { checkout: null, transfer: 'tr_1', state: 'paid' });

  const alone = await stage.open(gift(''));
  await buttonOf(alone).click();
  await alone.waitForURL(`${stage.host.url}/give/library`);
});

test('a page may say thanks in its own words, or in its own way', async () => {
  const page = await stage.open('<tuppence-button mode="popup" button="btn_1" paid-label="Takk!"></tuppence-button>');
  await say(await popUp(page), { checkout: 'co_1', state: 'paid' });
  await page.getByText('Takk!').waitFor();

  await page.evaluate(() => addEventListener('tuppence-paid', (event) => event.preventDefault()));
  await say(await popUp(page), { checkout: 'co_1', state: 'paid' });
  await assertTold(page, 'tuppence-paid', { checkout: 'co_1', state: 'paid' });
  assert.equal(await page.getByText('Takk!').count(), 0);
});

test('a button that was moved or removed meanwhile still hears', async () => {
  const page = await stage.open(STORED);
  const popup = await popUp(page);
  const heard = page.locator('tuppence-button').evaluateHandle((button) => {
    const told = new Promise((resolve) => button.addEventListener('tuppence-paid', ({ detail }) => resolve(detail.state)));
    button.remove();
    return { told };
  });
  const handle = await heard;
  await say(popup, { checkout: 'co_1', state: 'paid' });
  assert.equal(await handle.evaluate(({ told }) => told), 'paid');
});

test('all of it works under the strict policy and violates nothing', async () => {
  shopAnswers(checkoutOf('co_1'));
  const reports = [];
  stage.shop.pages.set('/csp-report', (request, response, body) => {
    send(response, 204, 'text/plain', '');
    reports.push(body);
  });
  const policy =
    `default-src 'none'; script-src ${new URL(stage.host.url).origin}; connect-src 'self'; report-uri /csp-report; ` +
    `require-trusted-types-for 'script'; trusted-types 'none'`;
  for (const body of [CREATE, STORED]) {
    const page = await stage.open(body, { headers: { 'Content-Security-Policy': policy } });
    await say(await popUp(page), { checkout: 'co_1', state: 'paid' });
    await page.getByText('Paid. Thank you.').waitFor();
    assert.equal(last(page).type, 'tuppence-paid');
    assert.deepEqual(page.faults, []);
  }
  assert.deepEqual(reports, []);
});
