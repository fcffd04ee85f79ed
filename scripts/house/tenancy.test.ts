import { describe, expect, it } from 'vitest';
import { findingsIn } from './small-tree.ts';
import type { TableMap } from './tables.ts';

const owners: TableMap = {
  notes: { owner: 'server/desk/messages' },
  sessions: { owner: 'server/desk/people', withoutWorkspace: 'found by token' },
};
const COLUMNS = 'workspace_id uuid not null, id uuid not null, author_id uuid';
const SECURED = 'alter table notes enable row level security;\nalter table notes force row level security;\n';
const SESSIONS = 'create table sessions (token_hash bytea primary key);\n';
const GOOD = `-- create table ghosts (id uuid primary key);
create table if not exists notes (
  ${COLUMNS},
  text text not null default 'a, b) primary key (id);', -- ; )
  check (length(text) < 10),
  primary key (workspace_id, id),
  unique (workspace_id, author_id),
  constraint written_by foreign key (workspace_id, author_id) references agents (workspace_id, id)
);
create function f() returns trigger language plpgsql as $$ begin create table inner_one (id int); end $$;
create unique index notes_author on notes using btree (workspace_id, lower(text)) where id is not null;
create index notes_text on notes (text);
${SECURED}${SESSIONS}`;

const inMigration = (sql: string, map = owners) => findingsIn({ 'migrations/0001-notes.sql': sql }, map);

describe('a table of the migrations', () => {
  it('is fine with its workspace first in every key and its rows secured', () => {
    expect(inMigration(GOOD)).toEqual([]);
  });

  it.each([
    [
      'primary key',
      GOOD.replace('primary key (workspace_id, id)', 'primary key (id, workspace_id)'),
      'a primary key that does not',
    ],
    [
      'primary key of a column',
      `create table notes (id uuid primary key);${SECURED}${SESSIONS}`,
      'a primary key that does not',
    ],
    [
      'no primary key',
      `create table notes (${COLUMNS});${SECURED}${SESSIONS}`,
      'a primary key that does not',
    ],
    ['unique', GOOD.replace('unique (workspace_id, author_id)', 'unique (author_id)'), 'unique (author_id)'],
    [
      'unique index',
      GOOD.replace('(workspace_id, lower(text))', '(lower(text))'),
      'unique index (lower(text))',
    ],
    [
      'foreign key',
      GOOD.replace('foreign key (workspace_id, author_id)', 'foreign key (author_id)'),
      'foreign key (author_id)',
    ],
    [
      'reference',
      GOOD.replace('author_id uuid', 'author_id uuid references agents (id)'),
      'foreign key (author_id)',
    ],
    [
      'enable',
      GOOD.replace('alter table notes enable row level security;', ''),
      'lacks enable row level security',
    ],
    [
      'force',
      GOOD.replace('alter table notes force row level security;', ''),
      'lacks force row level security',
    ],
    ['no force', `${GOOD}alter table notes no force row level security;`, 'lacks force row level security'],
  ])('is refused: %s', (_what, sql, said) => {
    const findings = inMigration(sql);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^migrations\/0001-notes\.sql:\d tenancy: notes /);
    expect(findings[0]).toContain(said);
  });

  it('needs no workspace only with a reason in the list', () => {
    const map = { ...owners, sessions: { owner: 'server/desk/people' } };
    expect(inMigration(GOOD, map)).toHaveLength(3);
  });

  it('needs an owner, and an owner needs a table', () => {
    expect(inMigration(GOOD, { sessions: owners.sessions! })).toEqual([
      'migrations/0001-notes.sql:2 owner: notes has no owner in scripts/house/tables.ts',
    ]);
    expect(inMigration(`${GOOD}drop table sessions;`)).toEqual([
      'scripts/house/tables.ts:1 owner: sessions is made by no migration',
    ]);
  });
});
