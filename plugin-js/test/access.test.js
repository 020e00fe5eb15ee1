import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { sendJson } from './support/servers.js';
import { Stage, buttonOf } from './support/stage.js';

const { source: axe } = createRequire(import.meta.url)('axe-core');
const stage = Stage.forThisFile();
const SCHEMES = `<meta name="color-scheme" content="light dark"><style>
  body { background: Canvas; color: CanvasText; }
  a { color: inherit; }
</style>`;
const GIFT = '<tuppence-button give="@library" amounts="1,2,5" currency="USD"></tuppence-button>';

test('a gift is given by keyboard alone', async () => {
  const page = await stage.open(GIFT);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${stage.host.url}/give/library?amount=5&currency=USD`);
});

test('the space bar pays as well, and the focus can be seen', async () => {
  const page = await stage.open('<tuppence-button button="btn_1"></tuppence-button>');
  await page.keyboard.press('Tab');
  assert.equal(await buttonOf(page).evaluate((button) => getComputedStyle(button).outlineStyle), 'solid');
  await page.keyboard.press('Space');
  await page.waitForURL(`${stage.host.url}/pay/**`);
});

test('a page can put the focus on it', async () => {
  const page = await stage.open('<tuppence-button button="btn_1"></tuppence-button>');
  await page.evaluate(() => document.querySelector('tuppence-button').focus());
  assert.ok(await focused(page));
});

test('a screen reader hears what it is, that it opens, and that it failed; the focus stays', async () => {
  let fail;
  stage.shop.pages.set('/checkout', (request, response) => (fail = () => sendJson(response, {}, 500)));
  const page = await stage.open('<tuppence-button create="/checkout"></tuppence-button>');
  const arrived = page.waitForRequest('**/checkout');
  await page.getByRole('button', { name: 'Pay with Tuppence', exact: true }).press('Enter');
  await arrived;
  assert.equal(await page.getByRole('status').textContent(), 'Opening Tuppence…');
  assert.equal(await page.getByRole('status').getAttribute('lang'), 'en');
  assert.ok(await page.getByRole('button', { disabled: true }).isVisible());
  assert.ok(await focused(page));
  fail();
  await page.getByRole('status').getByText('Nothing was paid').waitFor();
  assert.ok(await focused(page));
});

test('the choices are one group with a name', async () => {
  const page = await stage.open(GIFT);
  assert.equal(await page.getByRole('radiogroup', { name: 'Give' }).count(), 1);
});

test('right to left, the first choice stands on the right', async () => {
  const page = await stage.open(`<div dir="rtl" lang="ar">${GIFT}</div>`);
  const lefts = await page.getByRole('radio').evaluateAll((all) => all.map((radio) => radio.getBoundingClientRect().left));
  const { x } = await buttonOf(page).boundingBox();
  assert.deepEqual([...lefts, x], [...lefts, x].sort((a, b) => b - a));
});

test('it never grows wider than a small phone', async () => {
  const long = 'label="Pay for the whole basket with Tuppence, cash for the web, right now"';
  const page = await stage.open(
    `<tuppence-button button="btn_1" ${long}></tuppence-button>
     <tuppence-button give="@library" amounts="0.01,0.25,1.50,1000,25000" currency="USD"></tuppence-button>`,
    { viewport: { width: 320, height: 600 } },
  );
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

test('the coin keeps still for who wants it so', async () => {
  for (const [reducedMotion, seconds] of [['reduce', '0s'], ['no-preference', '1s']]) {
    stage.shop.pages.set('/checkout', () => undefined);
    const page = await stage.open('<tuppence-button create="/checkout"></tuppence-button>', { reducedMotion });
    await buttonOf(page).click();
    const coin = page.locator('[part=coin]');
    assert.equal(await coin.evaluate((element) => getComputedStyle(element).transitionDuration), seconds);
  }
});

test('a page dresses it by custom properties and parts', async () => {
  const page = await stage.open(GIFT, {
    head: `${stage.script()}<style>
      tuppence-button { --tuppence-color: rgb(1, 2, 3); --tuppence-on-color: rgb(250, 250, 250); --tuppence-radius: 7px; }
      tuppence-button::part(button) { letter-spacing: 3px; }
      tuppence-button::part(choice) { letter-spacing: 5px; }
    </style>`,
  });
  const looks = await buttonOf(page).evaluate((button) => {
    const { backgroundColor, color, borderRadius, letterSpacing } = getComputedStyle(button);
    return [backgroundColor, color, borderRadius, letterSpacing];
  });
  assert.deepEqual(looks, ['rgb(1, 2, 3)', 'rgb(250, 250, 250)', '7px', '3px']);
  const choice = page.locator('[part=choice]').first();
  assert.equal(await choice.evaluate((element) => getComputedStyle(element).letterSpacing), '5px');
});

test('hidden is hidden', async () => {
  const page = await stage.open('<tuppence-button button="btn_1" hidden></tuppence-button>');
  await page.waitForFunction(() => document.querySelector('tuppence-button:defined'));
  assert.equal(await page.locator('tuppence-button').isVisible(), false);
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [390, 1280]) {
    test(`axe-core finds nothing at ${width} px, ${colorScheme}`, async () => {
      stage.shop.pages.set('/checkout', (request, response) => sendJson(response, {}, 500));
      const page = await stage.open(
        `<p><tuppence-button button="btn_1"></tuppence-button></p>
         <p><tuppence-button id="failed" create="/checkout"></tuppence-button></p>
         <p>${GIFT}</p><p dir="rtl">${GIFT.replace('>', ' label="Give now">')}</p>
         <p><tuppence-button><a href="/">Pay plainly</a></tuppence-button></p>`,
        { colorScheme, viewport: { width, height: 800 }, head: stage.script() + SCHEMES },
      );
      await buttonOf(page, '#failed').click();
      await page.getByText('Nothing was paid').waitFor();
      assert.deepEqual(await violations(page), []);
    });
  }
}

async function violations(page) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
  assert.ok(passes.some(({ id }) => id === 'color-contrast'));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

function focused(page) {
  return buttonOf(page).evaluate((button) => button.getRootNode().activeElement === button && document.hasFocus());
}
