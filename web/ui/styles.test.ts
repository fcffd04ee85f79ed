import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const web = join(import.meta.dirname, '..');
const sheets = join(web, '../node_modules/@mantine/core/styles');

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.tsx'))
    .map(name => readFileSync(join(folder, name), 'utf8'));
}

function partsUsed(): Set<string> {
  const parts = new Set<string>();
  for (const source of sources(web)) {
    for (const [, list] of source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)) {
      for (const name of (list ?? '').split(',')) parts.add(name.trim().replace(/^type /, ''));
    }
    for (const [, part, sub] of source.matchAll(/<([A-Z]\w+)\.([A-Z]\w+)/g)) parts.add(`${part}${sub}`);
  }
  return parts;
}

it('every part of Mantine in use has its style sheet imported', () => {
  const imported = readFileSync(join(web, 'styles.ts'), 'utf8');
  const needed = [...partsUsed()].filter(part => part && existsSync(join(sheets, `${part}.css`)));
  expect(needed.length).toBeGreaterThan(5);
  expect(needed.filter(part => !imported.includes(`/styles/${part}.css'`))).toEqual([]);
});
