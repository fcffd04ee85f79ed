// How much the first screen may weigh: what index.html names, and one language's texts, as the browser receives it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const web = join(import.meta.dirname, '../../dist/web');
const kilobytes = (path: string) => gzipSync(readFileSync(join(web, path))).length / 1000;

describe('the first screen', () => {
  const page = readFileSync(join(web, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(
    ([, path]) => path ?? '',
  );
  const texts = readdirSync(join(web, 'assets')).filter(name => /^(fr|en)-.*\.js$/.test(name));

  it('loads no more script than it may (kB, gzip)', () => {
    const scripts = named.filter(path => path.endsWith('.js'));
    const language = Math.max(...texts.map(name => kilobytes(`assets/${name}`)));
    const sum = scripts.reduce((whole, path) => whole + kilobytes(path), language);
    expect(sum).toBeLessThan(400);
    expect(scripts.length).toBeLessThanOrEqual(5);
  });

  it('fetches the texts of each language apart, the editor and the settings later', () => {
    expect(texts.map(name => name.slice(0, 2)).sort()).toEqual(['en', 'fr']);
    const firstScripts = named
      .filter(path => path.endsWith('.js'))
      .map(path => readFileSync(join(web, path), 'utf8'));
    for (const late of ['ProseMirror', 'settings.workspace.title'])
      expect(firstScripts.some(script => script.includes(late))).toBe(false);
  });
});
