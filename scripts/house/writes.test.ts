import { describe, expect, it } from 'vitest';
import { findingsIn } from './small-tree.ts';
import type { TableMap } from './tables.ts';

const owners: TableMap = {
  tickets: { owner: 'server/desk/tickets' },
  tags: { owner: 'server/desk/tickets' },
};
const keyed = (name: string) => `create table ${name} (
  workspace_id uuid not null, id uuid not null, primary key (workspace_id, id));
alter table ${name} enable row level security; alter table ${name} force row level security;\n`;
const migrations = { 'migrations/0001-tickets.sql': keyed('tickets') + keyed('tags') };

/** A template with a value after each piece. */
const filled = (...pieces: string[]) => `sql\`${pieces.map(piece => `${piece}\${value}`).join('')}\`;`;

const inRoom = (path: string, text: string) => findingsIn({ ...migrations, [path]: text }, owners);

describe('writing to a table', () => {
  it.each([
    ['insertInto', `db.insertInto('tickets').values(x);`],
    ['updateTable', `db.updateTable('tickets as t').set(x);`],
    ['deleteFrom', `db.deleteFrom('tickets').where(x);`],
    ['insert', 'sql`insert into tickets (id) values ($1)`;'],
    ['insert from a select', `query('INSERT INTO "tickets" select * from other');`],
    ['update', filled('update tickets set status = ', ' where id = ')],
    ['update with an alias', 'sql`update only tickets as t set status = 1`;'],
    ['delete', `query("delete from public.tickets where id = $1");`],
    ['truncate', `query('truncate table tickets');`],
    ['merge', `query('merge into tickets using x on true');`],
  ])('by %s is for the room that owns it', (_how, statement) => {
    const what = 'write: tickets is written by server/desk/tickets only';
    expect(inRoom('server/features/sla/a.ts', `\n${statement}\n`)).toEqual([
      `server/features/sla/a.ts:2 ${what}`,
    ]);
    expect(inRoom('server/clock.ts', statement)).toEqual([`server/clock.ts:1 ${what}`]);
    expect(inRoom('server/desk/tickets/a.ts', statement)).toEqual([]);
    expect(inRoom('server/features/sla/a.test.ts', statement)).toEqual([]);
  });

  it('names the line inside a long statement', () => {
    const text = 'sql`\n  with x as (select 1)\n  update tickets\n  set a = 1`;';
    expect(inRoom('server/features/sla/a.ts', text)[0]).toMatch(/^server\/features\/sla\/a\.ts:3 write/);
  });

  it('is not confused with reading, locking, upserts, prose or comments', () => {
    const text = [
      'sql`select * from tickets for update skip locked`;',
      `const say = 'update tickets from the list, or delete from time to time';`,
      '// delete from tickets where true',
      'sql`select 1 from tags on conflict do update set a = 1`;',
      `db.selectFrom('tickets');`,
    ].join('\n');
    expect(inRoom('server/features/sla/a.ts', text)).toEqual([]);
  });

  it('tells of a table that is in no list', () => {
    expect(inRoom('server/desk/tickets/a.ts', `db.insertInto('tickts');`)).toEqual([
      'server/desk/tickets/a.ts:1 write: tickts is in no list of tables',
    ]);
  });
});
