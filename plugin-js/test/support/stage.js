import { after, afterEach, before } from 'node:test';
import { startBrowser } from './browser.js';
import { startHost, startShop } from './servers.js';

/** What every browser test stands on: one Chromium, a Tuppence, and a shop on another site. */
export class Stage {
  /** Sets itself up before the tests of a file and clears away after them. */
  static forThisFile(options) {
    const stage = new Stage();
    before(() => stage.#setUp(options));
    afterEach(() => Promise.all(stage.browser.contexts().map((context) => context.close())));
    after(() => stage.#clearAway());
    return stage;
  }

  async #setUp(options) {
    [this.host, this.shop, this.browser] = await Promise.all([startHost(options), startShop(), startBrowser()]);
  }

  async #clearAway() {
    await this.browser?.close();
    await Promise.all([this.host?.stop(), this.shop?.stop()]);
  }

  /** Opens a page of the shop; `page.told` gathers the events of its buttons, `page.faults` what went wrong in it. */
  async open(body, { head = this.script(), headers = {}, path = '/', ...browserOptions } = {}) {
    this.shop.pages.set(path, { html: document(head, body), headers });
    this.shop.requests.length = this.host.requests.length = 0;
    const context = await this.browser.newContext(browserOptions);
    const page = await context.newPage();
    page.told = [];
    page.faults = [];
    await page.exposeFunction('tell', (what) => page.told.push(what));
    await page.exposeFunction('fault', (what) => page.faults.push(what));
    page.on('pageerror', (error) => page.faults.push(String(error)));
    await page.addInitScript(listen);
    await page.goto(this.shop.url + path);
    return page;
  }

  script(name = 'tuppence.js') {
    return `<script type="module" src="${this.host.url}/plugin/v1/${name}"></script>`;
  }
}

/** The button inside the first widget on a page, or inside the one that a selector names. */
export function buttonOf(page, selector = 'tuppence-button') {
  return page.locator(selector).first().getByRole('button');
}

function document(head, body) {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Corner shop</title>${head}</head>
<body><main><h1>Corner shop</h1>${body}</main></body>
</html>`;
}

// Runs in the page.
function listen() {
  for (const name of ['tuppence-open', 'tuppence-paid', 'tuppence-cancel', 'tuppence-error']) {
    addEventListener(name, ({ type, target, detail }) => globalThis.tell({ type, target: target.localName, detail }));
  }
  addEventListener('securitypolicyviolation', (event) => {
    globalThis.fault(`${event.effectiveDirective} refused ${event.blockedURI}`);
  });
}
