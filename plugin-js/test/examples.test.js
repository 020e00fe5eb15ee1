import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { send, sendJson } from './support/servers.js';
import { Stage } from './support/stage.js';

const stage = Stage.forThisFile();
const folder = new URL('../examples/', import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), 'utf8').replaceAll('http://localhost:8080', stage.host.url);

for (const name of readdirSync(folder).filter((file) => file.endsWith('.html'))) {
  test(`examples/${name} leads where its fallback leads`, async () => {
    stage.shop.pages.set('/example.css', (request, response) => send(response, 200, 'text/css', read('example.css')));
    stage.shop.pages.set('/checkout', (request, response) => sendJson(response, { url: `${stage.host.url}/pay/co_1` }));
    const page = await stage.open('');
    stage.shop.pages.set('/example', { html: read(name) });
    await page.goto(`${stage.shop.url}/example`);
    const count = await page.getByRole('button').count();
    assert.equal(count, await page.locator('tuppence-button').count());
    for (let i = 0; i < count; i++) {
      const link = page.locator('tuppence-button').nth(i).locator('> a');
      const fallback = (await link.count()) ? await link.getAttribute('href') : `${stage.host.url}/pay/co_1`;
      await page.getByRole('button').nth(i).click();
      await page.waitForURL(`${stage.host.url}/**`);
      assert.equal(new URL(page.url()).pathname, new URL(fallback).pathname);
      await page.goto(`${stage.shop.url}/example`);
    }
    assert.deepEqual(page.faults, []);
  });
}
