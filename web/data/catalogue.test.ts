import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../contract/i18n/en.ts';
import { people } from '../../contract/i18n/fr/people.ts';
import { settings } from '../../contract/i18n/fr/settings.ts';
import { shell } from '../../contract/i18n/fr/shell.ts';

const web = join(import.meta.dirname, '..');

function keysUsed(): Map<string, string> {
  const used = new Map<string, string>();
  for (const name of readdirSync(web, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name) || name.endsWith('.test.ts')) continue;
    const source = readFileSync(join(web, name), 'utf8');
    for (const [, key] of source.matchAll(/\bt\(\s*'([a-z][\w.-]+)'/g)) used.set(key ?? '', name);
  }
  return used;
}

describe('the texts of the screens', () => {
  it('every key that is written out has a text in both languages', () => {
    const used = keysUsed();
    expect(used.size).toBeGreaterThan(50);
    const missing = [...used].filter(([key]) => !(key in en) && !(`${key}_other` in en));
    expect(missing).toEqual([]);
  });

  it('French puts a narrow space before ; ! ? and a no-break space before : and inside « »', () => {
    const wrong = Object.values({ ...shell, ...people, ...settings }).filter(text =>
      /[^\u202f][;!?]|[^\u00a0]:|«[^\u00a0]|[^\u00a0]»|'/.test(text),
    );
    expect(wrong).toEqual([]);
  });
});
