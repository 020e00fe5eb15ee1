import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendJson } from './support/servers.js';
import { Stage, buttonOf } from './support/stage.js';

const stage = Stage.forThisFile();

const landed = (page) => page.waitForURL(`${stage.host.url}/**`).then(() => page.url().slice(stage.host.url.length));

async function clickOn(body) {
  const page = await stage.open(body);
  await buttonOf(page).click();
  return { page, path: await landed(page) };
}

test('a stored button leads to its own page, and says so', async () => {
  const { page, path } = await clickOn('<tuppence-button button="btn_a1B2" reference="order-17"></tuppence-button>');
  assert.equal(path, '/pay/button/btn_a1B2?reference=order-17');
  assert.deepEqual(page.told, [
    { type: 'tuppence-open', target: 'tuppence-button', detail: { checkout: null, state: null } },
  ]);
});

test('a stored button needs no reference, and any reference arrives whole', async () => {
  const without = await clickOn('<tuppence-button button="btn_1"></tuppence-button>');
  assert.equal(without.path, '/pay/button/btn_1');
  const odd = await clickOn('<tuppence-button button="btn_1" reference="a&amp;b=c #ü/co_1"></tuppence-button>');
  assert.equal(new URL(odd.page.url()).searchParams.get('reference'), 'a&b=c #ü/co_1');
  assert.equal(odd.page.told[0].detail.checkout, null);
});

test('a mode that is not known yet is a redirect', async () => {
  const { path } = await clickOn('<tuppence-button mode="dialog" button="btn_1" reference="r"></tuppence-button>');
  assert.equal(path, '/pay/button/btn_1?reference=r');
});

test('a checkout is asked for at the shop and opened at Tuppence', async () => {
  stage.shop.pages.set('/my-shop/checkout', (request, response) =>
    sendJson(response, { url: `${stage.host.url}/pay/co_abc123` }),
  );
  const { page, path } = await clickOn(
    '<tuppence-button create="/my-shop/checkout" reference="order 17 &amp; more"></tuppence-button>',
  );
  assert.equal(path, '/pay/co_abc123');
  assert.deepEqual(page.told.map(({ detail }) => detail), [{ checkout: 'co_abc123', state: 'open' }]);
  const { method, headers, body } = stage.shop.requests.find(({ url }) => url === '/my-shop/checkout');
  assert.equal(method, 'POST');
  assert.equal(headers.accept, 'application/json');
  assert.match(headers['content-type'], /^application\/x-www-form-urlencoded/);
  assert.equal(body, 'reference=order+17+%26+more');
});

test('what the form inside would send goes along', async () => {
  stage.shop.pages.set('/checkout', (request, response) => sendJson(response, { url: `${stage.host.url}/pay/co_1` }));
  await clickOn(`<tuppence-button create="/checkout" reference="order-17"><form method="post" action="/checkout">
    <input type="hidden" name="reference" value="order-17"><input type="hidden" name="csrf" value="t0k+n">
    <button>Pay</button></form></tuppence-button>`);
  const { body } = stage.shop.requests.find(({ url }) => url === '/checkout');
  assert.deepEqual(Object.fromEntries(new URLSearchParams(body)), { reference: 'order-17', csrf: 't0k+n' });
});

test('a gift shows its amounts in the words of the page, the first one chosen', async () => {
  const page = await stage.open(
    '<tuppence-button give="@library" amounts="1, 2.50,5" currency="USD"></tuppence-button>' +
      '<p lang="de"><tuppence-button id="de" give="library" amounts="0.25,5" currency="EUR"></tuppence-button></p>',
  );
  const radios = page.locator('tuppence-button').first().getByRole('radio');
  assert.equal(await radios.count(), 3);
  for (const name of ['$1', '$2.50', '$5']) {
    assert.equal(await page.locator('tuppence-button').first().getByRole('radio', { name, exact: true }).count(), 1, name);
  }
  assert.ok(await radios.first().isChecked());
  assert.match(await page.locator('#de').getByRole('radiogroup').innerText(), /0,25\s€\s+5\s€/);
});

test('a gift leads to its page with the amount that was chosen', async () => {
  const page = await stage.open(
    `<tuppence-button give="@library" amounts="1,2,5" currency="USD" reference="spring"
      return-url="https://shop.example/thanks?x=1"></tuppence-button>`,
  );
  await page.getByRole('radio', { name: '$2' }).check();
  await buttonOf(page).click();
  const { pathname, searchParams } = new URL(await landed(page), stage.host.url);
  assert.equal(pathname, '/give/library');
  assert.deepEqual(Object.fromEntries(searchParams), {
    amount: '2',
    currency: 'USD',
    reference: 'spring',
    return_url: 'https://shop.example/thanks?x=1',
  });
});

test('a gift without amounts leaves the amount to its page', async () => {
  const { path } = await clickOn('<tuppence-button give="library" currency="USD"></tuppence-button>');
  assert.equal(path, '/give/library');
});

test('amounts that are none are not shown', async () => {
  const page = await stage.open(
    '<tuppence-button give="@library" amounts="0,-1,1e3,,٣,x,0.00,3" currency="USD"></tuppence-button>',
  );
  assert.deepEqual(await page.getByRole('radio').evaluateAll((radios) => radios.map(({ value }) => value)), ['3']);
});

test('an unknown currency or language is shown as the page wrote it', async () => {
  const page = await stage.open(
    `<p lang="no_such_language"><tuppence-button give="@library" amounts="2" currency="USD"></tuppence-button></p>
     <tuppence-button give="@library" amounts="3" currency="coins"></tuppence-button>
     <tuppence-button give="@library" amounts="4"></tuppence-button>`,
  );
  const texts = await page.getByRole('radiogroup').allInnerTexts();
  assert.deepEqual(texts.map((text) => text.trim()), ['2 USD', '3 coins', '4']);
});
