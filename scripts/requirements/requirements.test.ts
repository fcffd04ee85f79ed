import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { idsIn } from './ids.ts';
import { gatherProofs, requirementsPage } from './page.ts';
import { holdsTests, testNamesIn } from './test-names.ts';

const count = (prefix: string, to: number, digits = 2) =>
  Array.from({ length: to }, (_, index) => prefix + String(index + 1).padStart(digits, '0'));

describe('the catalogue', () => {
  const entries = catalogue.flatMap(section => Object.entries(section.lines));

  it('has every id, once, in order', () => {
    const tabs = count('ZOH-', 18);
    const expected = [
      ...count('LUM-', 36),
      ...tabs.slice(0, 2),
      ...['a', 'b', 'c'].map(letter => `ZOH-02${letter}`),
      ...tabs.slice(2),
      ...count('LIV-', 40),
      ...count('CHP-', 14),
      ...count('QCX-', 18),
      ...count('D-', 30),
      ...count('S', 36, 1),
      ...count('F', 26, 1),
    ];
    expect(entries.map(([id]) => id)).toEqual(expected);
  });

  it('says each in one line that a table can hold', () => {
    const odd = entries.filter(([, what]) => !/^[A-Z0-9][^|\n]{20,109}[.?]$/.test(what));
    expect(odd).toEqual([]);
  });
});

describe('the ids in the name of a test', () => {
  it.each([
    ['LUM-22 warns above the text', ['LUM-22']],
    ['shows the bar (LUM-24, D-09)', ['LUM-24', 'D-09']],
    ['ZOH-02a is in History', ['ZOH-02a']],
    ['S9 is silent to machines', ['S9']],
    ['S5, S6 and LUM-04: joins', ['LUM-04', 'S5', 'S6']],
    ['F1: nothing is lost (S36)', ['F1', 'S36']],
    ['LUM-01 LUM-01', ['LUM-01']],
    ['stores a file on S3', []],
    ['reloads with F5', []],
    ['PDF-17 and ALUM-01 are no ids', []],
  ])('%s', (name, ids) => {
    expect(idsIn(name)).toEqual(ids);
  });
});

describe('the names of tests', () => {
  const namesIn = (text: string) => testNamesIn({ path: 'server/a.test.ts', text }).map(({ name }) => name);

  it('are found under all that names a test', () => {
    const text = [
      `describe('LUM-01 group', () => { it("LUM-02 single", () => {}); });`,
      `it.each([1])('LUM-03 each', () => {});`,
      `describe.skipIf(!x)('LUM-04 skipIf', () => {});`,
      'test(`LUM-05 template $' + '{x}`, () => {});',
      `drill('F1 kill', () => {});`,
    ].join('\n');
    expect(namesIn(text).map(name => idsIn(name)[0])).toEqual([
      'LUM-01',
      'LUM-02',
      'LUM-03',
      'LUM-04',
      'LUM-05',
      'F1',
    ]);
  });

  it('do not count where nothing runs, nor in comments and other strings', () => {
    const text = `// it('LUM-01 x')
      it.skip('LUM-02 x', () => {}); it.todo('LUM-03 x');
      describe.skip('x', () => { it('LUM-04 x', () => {}); });
      const x = "it('LUM-05 x')"; expect('LUM-06 x');`;
    expect(namesIn(text)).toEqual([]);
  });

  it('are looked for in tests, stories and drills only', () => {
    expect(
      ['server/a.test.ts', 'web/a.test.tsx', 'e2e/mail.story.ts', 'bench/drills/kill.ts'].every(holdsTests),
    ).toBe(true);
    expect(['server/a.ts', 'bench/list.ts', 'e2e/support/desk.ts'].some(holdsTests)).toBe(false);
  });
});

describe('docs/requirements.md', () => {
  const sections = [{ heading: 'Part', lines: { 'LUM-01': 'One state.', 'LUM-02': 'New first.' } }];

  it('links the tests of each id and says what is open', () => {
    const names = ['server/b.test.ts', 'server/a.test.ts', 'server/a.test.ts'].map(file => ({
      name: 'LUM-01 x',
      file,
      line: 1,
    }));
    const { proofs, unknown } = gatherProofs(names, sections);
    const page = requirementsPage(sections, proofs);
    expect(unknown).toEqual([]);
    expect(page).toContain('1 of 2 are named by a test.');
    expect(page).toContain(
      '| LUM-01 | One state. | [server/a.test.ts](../server/a.test.ts), [server/b.test.ts](../server/b.test.ts) |',
    );
    expect(page).toContain('| LUM-02 | New first. | open |');
  });

  it('tells of an id that does not exist', () => {
    const { unknown } = gatherProofs([{ name: 'LUM-99 and LUM-01', file: 'a.test.ts', line: 7 }], sections);
    expect(unknown).toEqual([{ name: 'LUM-99', file: 'a.test.ts', line: 7 }]);
  });
});
