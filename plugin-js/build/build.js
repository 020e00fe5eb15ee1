import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';

const BANNER = '/*! Tuppence, Apache-2.0 */\n';
const IMPORT = /^import \{[^}]*\} from '(\.\/[^']+)';\n/gm;
const CSS_TEXT = /(?<=const CSS = `)[^`]*(?=`)/;

const source = new URL('../src/', import.meta.url);
const target = new URL('../dist/tuppence.js', import.meta.url);

/** The one file that pages load: the modules one after another, each after those it imports, and minified. */
export async function build() {
  const joined = inOrder('./tuppence.js').map(withoutLinks).join('\n');
  const { code } = await minify(joined, {
    module: true,
    ecma: 2022,
    compress: { passes: 3 },
    format: { comments: false },
  });
  return `${BANNER}${code}\n`;
}

function inOrder(name, seen = new Set()) {
  if (seen.has(name)) return [];
  seen.add(name);
  const text = readFileSync(new URL(name, source), 'utf8');
  const before = [...text.matchAll(IMPORT)].flatMap(([, imported]) => inOrder(imported, seen));
  return [...before, text];
}

function withoutLinks(text) {
  return text
    .replace(IMPORT, '')
    .replace(/^export (?=class|const|function|async)/gm, '')
    .replace(CSS_TEXT, squeezed);
}

function squeezed(css) {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,+!/]) ?|(:) /g, '$1$2')
    .replace(/;}/g, '}')
    .replace(/\b0\./g, '.')
    .trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, await build());
