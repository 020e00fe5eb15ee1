import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { send } from './support/servers.js';
import { Stage, buttonOf } from './support/stage.js';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const SIGNED = JSON.parse(await readFile(new URL('signatures.json', import.meta.url), 'utf8'));
const stage = Stage.forThisFile({ contextPath: '/cash' });

let shop;
let files;

before(async () => {
  shop = await mkdtemp(join(tmpdir(), 'tuppence-package-'));
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', shop], { cwd: PACKAGE });
  const [packed] = JSON.parse(stdout);
  files = packed.files.map(({ path }) => path);
  await writeFile(join(shop, 'package.json'), '{"name":"shop","private":true,"type":"module"}');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(shop, packed.filename)], { cwd: shop });
});

after(() => rm(shop, { recursive: true, force: true }));

test('the package holds what is used, and nothing else', async () => {
  assert.deepEqual(files.sort(), [
    'LICENSE',
    'README.md',
    'browser/index.d.ts',
    'browser/index.js',
    'dist/tuppence.js',
    'package.json',
    'server/callback.js',
    'server/checkouts.js',
    'server/index.d.ts',
    'server/index.js',
    'server/redirect.js',
    'server/signature.js',
  ]);
  assert.deepEqual(await readdir(join(shop, 'node_modules')).then((all) => all.filter((name) => name[0] !== '.')), [
    'tuppence',
  ]);
});

test('its licence is the project’s', async () => {
  const read = (path) => readFile(join(PACKAGE, path), 'utf8');
  assert.equal(await read('LICENSE'), await read('../LICENSE'));
});

test('a server verifies with it what Tuppence signed, and imports the browser’s part without harm', async () => {
  await writeFile(
    join(shop, 'server.js'),
    `import { verifyCallback, verifyRedirect } from 'tuppence/server';
     import { load } from 'tuppence';
     const { now, redirects: [back], callbacks: [call] } = JSON.parse(process.argv[2]);
     const options = { now: new Date(now) };
     await load('https://cash.example');
     console.log(verifyRedirect(back.address, back.secret, options).state);
     console.log(verifyCallback(call.body, call.headers, call.secrets, options).data.state);`,
  );
  const { stdout } = await run('node', ['server.js', JSON.stringify(SIGNED)], { cwd: shop });
  assert.equal(stdout, 'paid\npaid\n');
});

test('a page loads the widget with it, once, under the strict policy', async () => {
  const source = await readFile(join(shop, 'node_modules/tuppence/browser/index.js'));
  stage.shop.pages.set('/tuppence/index.js', (request, response) => send(response, 200, 'text/javascript', source));
  stage.shop.pages.set('/page.js', (request, response) =>
    send(
      response,
      200,
      'text/javascript',
      `import { load } from '/tuppence/index.js';
       await Promise.all([load('${stage.host.url}/'), load('${stage.host.url}')]);
       await load(new URL('${stage.host.url}'));
       document.title = customElements.get('tuppence-button') ? 'loaded' : 'not loaded';`,
    ),
  );
  const page = await stage.open('<tuppence-button button="btn_1"></tuppence-button>', {
    head: '<script type="module" src="/page.js"></script>',
    headers: { 'Content-Security-Policy': `default-src 'none'; script-src 'self' ${new URL(stage.host.url).origin}` },
  });
  await page.waitForFunction(() => document.title === 'loaded');
  await buttonOf(page).waitFor();
  assert.equal(stage.host.requests.filter(({ url }) => url.endsWith('.js')).length, 1);
  assert.deepEqual(page.faults, []);
});

test('a page hears when the widget does not come, and may try again', async () => {
  const source = await readFile(join(shop, 'node_modules/tuppence/browser/index.js'));
  stage.shop.pages.set('/tuppence/index.js', (request, response) => send(response, 200, 'text/javascript', source));
  const page = await stage.open('', { head: '' });
  const tries = await page.evaluate(async (host) => {
    const { load } = await import('/tuppence/index.js');
    const attempt = (address, options) => load(address, options).then(() => 'came', ({ message }) => message);
    return [
      await attempt(location.origin),
      await attempt(host, { integrity: 'sha384-AAAA' }),
      await attempt(host),
    ];
  }, stage.host.url);
  assert.match(tries[0], /did not come from http:\/\/127.0.0.1:\d+\/plugin\/v1\/tuppence.js/);
  assert.match(tries[1], /did not come/);
  assert.equal(tries[2], 'came');
});

test('its types are true to a strict compiler', async () => {
  await cp(new URL('support/consumer.ts', import.meta.url), join(shop, 'consumer.ts'));
  const options = '--noEmit --strict --target es2022 --module nodenext --moduleResolution nodenext --lib es2022,dom,dom.iterable';
  const { stdout } = await run('node', [
    join(PACKAGE, 'node_modules/typescript/bin/tsc'),
    ...options.split(' '),
    join(shop, 'consumer.ts'),
  ]).catch((failed) => failed);
  assert.equal(stdout, '');
});
