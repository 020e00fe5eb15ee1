import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { send, sendJson } from './support/servers.js';
import { Stage, buttonOf } from './support/stage.js';

const stage = Stage.forThisFile({ contextPath: '/cash' });
const STORED = '<tuppence-button button="btn_1" reference="r"><a href="/plain">Pay plainly</a></tuppence-button>';

const strictly = (also = '') => ({
  'Content-Security-Policy':
    `default-src 'none'; script-src ${new URL(stage.host.url).origin}; connect-src 'self'; report-uri /csp-report;` + also,
});

test('HOST is where the script came from, its context path included', async () => {
  const page = await stage.open(STORED);
  await buttonOf(page).click();
  await page.waitForURL(`http://localhost:${stage.host.port}/cash/pay/button/btn_1?reference=r`);
});

test('a payment page outside the context path is not Tuppence', async () => {
  stage.shop.pages.set('/checkout', (request, response) =>
    sendJson(response, { url: `http://localhost:${stage.host.port}/pay/co_1` }),
  );
  const page = await stage.open('<tuppence-button create="/checkout"></tuppence-button>');
  await buttonOf(page).click();
  await page.getByText('Nothing was paid').waitFor();
  assert.equal(page.told[0].detail.code, 'foreign_url');
});

test('every form works under the strict policy and violates nothing', async () => {
  stage.shop.pages.set('/checkout', (request, response) => sendJson(response, { url: `${stage.host.url}/pay/co_1` }));
  const forms = {
    'button="btn_1"': '/pay/button/btn_1',
    'create="/checkout"': '/pay/co_1',
    'give="@library" amounts="1,2" currency="USD"': '/give/library?amount=1&currency=USD',
  };
  const reports = [];
  stage.shop.pages.set('/csp-report', (request, response, body) => {
    send(response, 204, 'text/plain', '');
    reports.push(body);
  });
  for (const [attributes, path] of Object.entries(forms)) {
    const page = await stage.open(`<tuppence-button ${attributes}></tuppence-button>`, {
      headers: strictly(" require-trusted-types-for 'script'; trusted-types 'none'"),
    });
    await assertStyled(buttonOf(page));
    await buttonOf(page).click();
    await page.waitForURL(stage.host.url + path);
    assert.deepEqual(page.faults, []);
  }
  assert.deepEqual(reports, []);
});

test('the strict policy is really in force there', async () => {
  const reported = new Promise((resolve) => {
    stage.shop.pages.set('/csp-report', (request, response, body) => {
      send(response, 204, 'text/plain', '');
      resolve(body);
    });
  });
  const page = await stage.open(`<p style="color: red">x</p>${STORED}`, { headers: strictly() });
  await buttonOf(page).waitFor();
  assert.match(await reported, /style-src-attr/);
  assert.deepEqual(page.faults, ['style-src-attr refused inline']);
});

test('it may be loaded twice and by two names', async () => {
  const head = stage.script() + stage.script('tuppence-0a1b2c.js') + stage.script('tuppence.js?again');
  const page = await stage.open(STORED, { head });
  await page.waitForLoadState('load');
  await buttonOf(page).click();
  await page.waitForURL(`${stage.host.url}/pay/**`);
  assert.deepEqual(page.faults, []);
  assert.equal(page.told.length, 1);
});

test('a copy kept elsewhere leaves the fallback and says why', async () => {
  const widget = readFileSync(new URL('../dist/tuppence.js', import.meta.url));
  stage.shop.pages.set('/copy.js', (request, response) => send(response, 200, 'text/javascript', widget));
  const page = await stage.open(STORED, { head: '<script type="module" src="/copy.js"></script>' });
  assert.ok(await page.getByRole('link', { name: 'Pay plainly' }).isVisible());
  assert.match(page.faults.join(), /not under \/plugin\/v1\//);
});

test('without JavaScript, and where the script cannot be had, the fallback stands', async () => {
  const form = `<tuppence-button create="/checkout" reference="order-17"><form method="post" action="/checkout">
    <input type="hidden" name="reference" value="order-17"><button>Pay</button></form></tuppence-button>`;
  stage.shop.pages.set('/checkout', (request, response) =>
    send(response, 303, 'text/plain', '', { Location: `${stage.host.url}/pay/co_9` }),
  );
  const ways = [{ javaScriptEnabled: false }, { head: '<script type="module" src="/gone.js"></script>' }];
  for (const way of ways) {
    const page = await stage.open(form, way);
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.waitForURL(`${stage.host.url}/pay/co_9`);
    assert.equal(stage.shop.requests.find(({ url }) => url === '/checkout').body, 'reference=order-17');
  }
});

test('a browser without adopted style sheets keeps the fallback', async () => {
  const page = await stage.open('', { head: '' });
  await page.addInitScript(() => delete globalThis.CSSStyleSheet);
  stage.shop.pages.set('/old', { html: stage.script() + STORED });
  await page.goto(`${stage.shop.url}/old`);
  assert.ok(await page.getByRole('link', { name: 'Pay plainly' }).isVisible());
});

test('many stand on one page, each for itself', async () => {
  const many = Array.from({ length: 40 }, (_, i) => `<tuppence-button button="btn_${i}"></tuppence-button>`).join('');
  const gift = (id) => `<tuppence-button id="${id}" give="@library" amounts="1,2,5" currency="USD"></tuppence-button>`;
  const page = await stage.open(gift('a') + many + gift('b'));
  await page.locator('#a').getByRole('radio', { name: '$5' }).check();
  assert.ok(await page.locator('#b').getByRole('radio', { name: '$1' }).isChecked());
  await buttonOf(page, '[button="btn_33"]').click();
  await page.waitForURL(`${stage.host.url}/pay/button/btn_33`);
});

test('it may be removed, added again and moved', async () => {
  const page = await stage.open(STORED);
  await page.evaluate(() => {
    const button = document.querySelector('tuppence-button');
    const main = button.parentNode;
    button.remove();
    main.append(button);
    main.prepend(button);
  });
  assert.equal(await page.getByRole('button').count(), 1);
  await buttonOf(page).click();
  await page.waitForURL(`${stage.host.url}/pay/**`);
  assert.equal(page.told.length, 1);
});

test('a page may change what it asks for', async () => {
  const page = await stage.open('<tuppence-button give="@library" amounts="1,2" currency="USD"></tuppence-button>');
  const set = (attributes) =>
    page.locator('tuppence-button').evaluate((button, changes) => {
      for (const [name, value] of Object.entries(changes)) button.setAttribute(name, value);
    }, attributes);
  await set({ amounts: '3,4', currency: 'EUR' });
  assert.match(await page.getByRole('radiogroup').innerText(), /€3\s+€4/);
  await page.getByRole('radio', { name: '€4' }).check();
  await set({ reference: 'another' });
  assert.ok(await page.getByRole('radio', { name: '€4' }).isChecked(), 'a choice survives what does not concern it');
  await set({ button: 'btn_2', label: 'Pay $2.50' });
  assert.equal(await page.getByRole('radio').count(), 0);
  await page.getByRole('button', { name: 'Pay $2.50' }).click();
  await page.waitForURL(`${stage.host.url}/pay/button/btn_2?reference=another`);
});

test('a page may hold the payer back, and open it by script', async () => {
  const page = await stage.open(STORED);
  await page.evaluate(() => addEventListener('tuppence-open', (event) => event.preventDefault(), { once: true }));
  await page.evaluate(() => document.querySelector('tuppence-button').click());
  assert.equal(page.url(), stage.shop.url + '/');
  await page.evaluate(() => document.querySelector('tuppence-button').click());
  await page.waitForURL(`${stage.host.url}/pay/**`);
  assert.equal(page.told.length, 2);
});

async function assertStyled(button) {
  assert.equal(await button.evaluate((element) => getComputedStyle(element).backgroundColor), 'rgb(11, 83, 69)');
}
