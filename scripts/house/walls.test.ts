import { describe, expect, it } from 'vitest';
import { findingsIn } from './small-tree.ts';

const ROOMS = {
  'contract/fields.ts': `import { z } from 'zod';\nexport const id = z.uuid();\n`,
  'server/platform/db/index.ts': `import { id } from '../../../contract/fields.ts';\nexport const db = id;\n`,
  'server/desk/people/index.ts': `import { db } from '../../platform/db/index.ts';\nexport const people = db;\n`,
  'server/desk/tickets/index.ts': `export { status } from './status.ts';\n`,
  'server/desk/tickets/status.ts': `import { people } from '../people/index.ts';\nexport const status = people;\n`,
  'server/channels/mail/index.ts': `import { status } from '../../desk/tickets/index.ts';\nexport const mail = status;\n`,
  'server/channels/chat/index.ts': `export const chat = 1;\n`,
  'server/features/sla/index.ts': `export const sla = 1;\n`,
  'server/features/search/index.ts': `export const search = 1;\n`,
  'server/portal/pages.ts': `export { search } from '../features/search/index.ts';\n`,
  'server/http.ts': `export { mail } from './channels/mail/index.ts';\nexport { search } from './portal/pages.ts';\n`,
  'server/testing/world.ts': `export { mail } from '../http.ts';\n`,
  'server/desk/people/story.test.ts': `import { mail } from '../../testing/world.ts';\nimport { status } from '../tickets/index.ts';\n`,
  'web/shell/frame.tsx': `import { useState } from 'react';\nimport { id } from '../../contract/fields';\nimport './frame.css';\n`,
};

/** The good tree with one file more, or another text in one file. */
const withFile = (path: string, text: string) => findingsIn({ ...ROOMS, [path]: text });

describe('the walls between the layers', () => {
  it('stay quiet on a good tree', () => {
    expect(findingsIn(ROOMS)).toEqual([]);
  });

  it.each([
    ['contract', 'contract/time.ts', `import x from 'luxon';`, 'contract imports nothing but zod, not luxon'],
    [
      'contract',
      'contract/time.ts',
      `import { db } from '../server/platform/db/index.ts';`,
      'contract may not import',
    ],
    [
      'platform',
      'server/platform/jobs/a.ts',
      `import '../../desk/people/index.ts';`,
      'may not import server/desk/people',
    ],
    [
      'desk',
      'server/desk/people/a.ts',
      `import '../../features/sla/index.ts';`,
      'may not import server/features/sla',
    ],
    ['desk', 'server/desk/people/a.ts', `import '../tickets/index.ts';`, 'people -> tickets'],
    [
      'channels',
      'server/channels/chat/a.ts',
      `import '../mail/index.ts';`,
      'channels never import each other',
    ],
    [
      'channels',
      'server/channels/chat/a.ts',
      `import '../../features/sla/index.ts';`,
      'may not import server/features',
    ],
    [
      'features',
      'server/features/sla/a.ts',
      `import '../search/index.ts';`,
      'features never import each other: sla -> search',
    ],
    [
      'features',
      'server/features/sla/a.ts',
      `import '../../http.ts';`,
      'server/features/sla may not import server',
    ],
    ['portal', 'server/portal/a.ts', `import '../http.ts';`, 'portal may not import server'],
    [
      'web',
      'web/data/a.ts',
      `import type { db } from '../../server/platform/db/index.ts';`,
      'web may not import',
    ],
    ['web', 'web/data/a.ts', `type T = import('../../server/http.ts').mail;`, 'web may not import server'],
    [
      'widget',
      'widget/a.ts',
      `const x = await import('../web/shell/frame.tsx');`,
      'widget may not import web',
    ],
    [
      'testing',
      'server/features/sla/a.ts',
      `import '../../testing/world.ts';`,
      'server/testing/world.ts is for tests only',
    ],
  ])('%s: %s', (_layer, path, text, what) => {
    const findings = withFile(path, `\n${text}\n`);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(`${path}:2 arrow: `);
    expect(findings[0]).toContain(what);
  });

  it('tell of a room that is entered deeper than its door, by a test as well', () => {
    const text = `import { status } from '../../desk/tickets/status.ts';\n`;
    const what = 'door: enter server/desk/tickets by its index.ts, not by server/desk/tickets/status.ts';
    expect(withFile('server/channels/chat/a.ts', text)).toEqual([`server/channels/chat/a.ts:1 ${what}`]);
    expect(withFile('server/channels/chat/a.test.ts', text)).toEqual([
      `server/channels/chat/a.test.ts:1 ${what}`,
    ]);
  });

  it('tell of a cycle once, at its first file', () => {
    const findings = findingsIn({
      ...ROOMS,
      'server/features/sla/a.ts': `import './b.ts';\n`,
      'server/features/sla/b.ts': `import './c.ts';\n`,
      'server/features/sla/c.ts': `import './a.ts';\n`,
    });
    const [a, b, c] = ['a', 'b', 'c'].map(name => `server/features/sla/${name}.ts`);
    expect(findings).toEqual([`${a}:1 cycle: ${a} -> ${b} -> ${c} -> ${a}`]);
  });

  it('count an import of types as part of a cycle between rooms only', () => {
    const inOneRoom = findingsIn({
      'server/platform/db/a.ts': `import type { B } from './b.ts';\n`,
      'server/platform/db/b.ts': `import './a.ts';\n`,
    });
    const betweenRooms = findingsIn({
      'server/platform/db/index.ts': `import type { B } from '../events/index.ts';\n`,
      'server/platform/events/index.ts': `import '../db/index.ts';\n`,
    });
    expect(inOneRoom).toEqual([]);
    expect(betweenRooms).toHaveLength(1);
  });
});
