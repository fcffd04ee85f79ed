import { describe, expect, it } from 'vitest';
import { findingsIn } from './small-tree.ts';

const ELSEWHERE = `../${'shared'}/plan.md`;
const MACHINE = `/${'work'}/main`;

describe('the words of the tree', () => {
  it.each([ELSEWHERE, `see ${MACHINE}`])('do not name %s', place => {
    const findings = findingsIn({ 'README.md': `First line\n${place}\n` });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^README\.md:2 word: names /);
  });

  it('may hold what only looks like it, and what is not text is not read', () => {
    const binary = `\0${MACHINE}`;
    expect(
      findingsIn({ 'README.md': 'https://a.example/work/x and home/work/life\n', 'logo.png': binary }),
    ).toEqual([]);
  });

  it('are not looked for in what is installed or built', () => {
    expect(findingsIn({ 'node_modules/x/a.js': MACHINE, 'dist/a.js': MACHINE })).toEqual([]);
  });
});

describe('the name of a file', () => {
  it.each([
    'server/desk/tickets/status.ts',
    'web/tickets/ticket-list.test.tsx',
    'migrations/0001-workspaces.sql',
    'server/platform/db/database.ts',
    'server/channels/mail/fixtures/Odd Name_common.ts',
    'docs/Notes_common.md',
  ])('is good: %s', path => {
    expect(findingsIn({ [path]: '' })).toEqual([]);
  });

  it.each([
    ['web/tickets/TicketList.tsx', 'TicketList.tsx is not kebab-case'],
    ['server/desk/tickets/ticket_status.ts', 'ticket_status.ts is not kebab-case'],
    ['server/desk/tickets/date-utils.ts', '"utils" says nothing about what is inside'],
    ['server/helpers/dates.ts', '"helpers" says nothing about what is inside'],
    ['web/ui/common.css', '"common" says nothing about what is inside'],
    ['server/desk/people/mail-service.ts', '"service" says nothing about what is inside'],
    ['server/desk/people/base.test.ts', '"base" says nothing about what is inside'],
    ['server/desk/people/session-manager.ts', '"manager" says nothing about what is inside'],
  ])('is bad: %s', (path, what) => {
    expect(findingsIn({ [path]: '' })).toEqual([`${path}:1 name: ${what}`]);
  });
});

describe('the length of a file', () => {
  it('is warned of above 300 lines', () => {
    const lines = (count: number) => '// line\n'.repeat(count);
    expect(findingsIn({ 'server/clock.ts': lines(300), 'docs/long.md': lines(400) })).toEqual([]);
    expect(findingsIn({ 'server/clock.ts': lines(301) })).toEqual([
      'server/clock.ts:301 length (warning): 301 lines, 300 at most',
    ]);
  });
});
