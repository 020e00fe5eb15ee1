import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from '../build/build.js';

const MOST_BYTES = 3072;
const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const dist = read('dist/tuppence.js');

test('the committed file is what the sources make', async () => {
  assert.equal(dist, await build(), 'dist/tuppence.js is stale: run npm run build and commit it');
});

test(`it takes at most ${MOST_BYTES} bytes on the wire`, (t) => {
  const bytes = gzipSync(dist, { level: 9 }).length;
  t.diagnostic(`dist/tuppence.js: ${dist.length} bytes, ${bytes} gzipped, ${MOST_BYTES - bytes} to spare`);
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes gzipped`);
});

test('it is one file that needs no other and evaluates no text', () => {
  assert.doesNotMatch(dist, /\bimport\s*[({'"]|\bfrom\s*["']|\beval\b|\bFunction\(|innerHTML|\.style\b|https?:/);
});

test('the package brings nothing along and its lock names no registry', () => {
  assert.equal(JSON.parse(read('package.json')).dependencies, undefined);
  assert.doesNotMatch(read('package-lock.json'), /https?:|"resolved"/);
});
