import { describe, expect, it } from 'vitest';
import { findingsIn } from './small-tree.ts';
import { wrongSpaces } from './typography.ts';

describe('a route of the contract', () => {
  const withRoute = (definition: string) =>
    findingsIn({
      'contract/routes/tags.ts': `import { route } from '../route.ts';\nexport const tagRoutes = {\n  list: route(${definition}),\n};\n`,
      'contract/route.ts': 'export const route = (x: unknown) => x;\n',
    });

  it('says which right it needs', () => {
    expect(withRoute(`{ method: 'GET', path: '/tags', right: 'tickets.read' }`)).toEqual([]);
  });

  it.each([
    `{ method: 'GET', path: '/tags' }`,
    `{ method: 'GET', right: '' }`,
    'definition',
    `{ body: { right: 'x' } }`,
  ])('is refused: %s', definition => {
    expect(withRoute(definition)).toEqual(['contract/routes/tags.ts:3 right: a route without a right']);
  });
});

describe('a kind of event', () => {
  const texts = (key: string) => `export const history = { '${key}': 'x' } as const;\n`;
  const tree = (en: string, fr: string) => ({
    'contract/events/tickets.ts': `export const ticketEvents = {\n  'ticket.opened': z.object({ 'not.a-kind': 1 }),\n};\n`,
    'contract/i18n/en/history.ts': texts(en),
    'contract/i18n/fr/history.ts': texts(fr),
  });

  it('has a History text in both languages', () => {
    expect(findingsIn(tree('history.ticket.opened', 'history.ticket.opened'))).toEqual([]);
  });

  it('is refused without one of them', () => {
    expect(findingsIn(tree('history.ticket.opened', 'history.ticket.closed'))).toEqual([
      'contract/events/tickets.ts:2 history: no text history.ticket.opened in contract/i18n/fr',
    ]);
  });
});

describe('French typography', () => {
  it.each([
    'Nom\u00a0: valeur',
    'Vraiment\u202f?',
    'Quoi\u202f?!',
    'Oui\u202f! Fermé\u202f; rouvert.',
    'Le dossier «\u00a0Vélos\u00a0» est vide.',
    'À 10:30, voir https://desk.example/a?b=1;c (voir {url}).',
    ':',
  ])('accepts %s', text => {
    expect(wrongSpaces(text)).toEqual([]);
  });

  it.each([
    ['Nom : valeur', 'U+00A0 before :, not a plain space'],
    ['Nom: valeur', 'U+00A0 before :, not no space'],
    ['Nom\u202f: valeur', 'U+00A0 before :, not U+202F'],
    ['Vraiment ?', 'U+202F before ?, not a plain space'],
    ['Vraiment?', 'U+202F before ?, not no space'],
    ['Oui\u00a0!', 'U+202F before !, not U+00A0'],
    ['Fermé ; rouvert', 'U+202F before ;, not a plain space'],
    ['«\u00a0Vélos »', 'U+00A0 before », not a plain space'],
    ['« Vélos\u00a0»', 'U+00A0 after «, not a plain space'],
    ['«Vélos\u00a0»', 'U+00A0 after «, not no space'],
  ])('refuses %s', (text, what) => {
    expect(wrongSpaces(text)).toEqual([what]);
  });

  it('is checked in the French catalogue only, escapes and all', () => {
    const text = `export const a = {\n  'a.good': 'Nom\\u00a0: x',\n  'a.bad': 'Nom : x',\n};\n`;
    expect(findingsIn({ 'contract/i18n/fr/a.ts': text, 'contract/i18n/en/a.ts': text })).toEqual([
      'contract/i18n/fr/a.ts:3 typography: a.bad: U+00A0 before :, not a plain space',
    ]);
  });
});
