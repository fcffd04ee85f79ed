// What the statements of the builder lean on: functions and tables that live as long as its connection.
import type pg from 'pg';
import { counts } from './frame.ts';
import { sentencesIn, sentencesPerLanguage } from './sentences.ts';

const functions = `
  -- A number in [0, 1) that looks random and is the same for the same n and topic.
  create function pg_temp.roll(n bigint, topic int) returns float8 language sql immutable as
    $$ select (hashint8extended(n, topic) & 9007199254740991)::float8 / 9007199254740992 $$;
  -- Milliseconds since 1970.
  create function pg_temp.ms(at timestamptz) returns bigint language sql immutable as
    $$ select (extract(epoch from at) * 1000)::bigint $$;
  -- A UUIDv7 of that time; the same for the same seed.
  create function pg_temp.id(at timestamptz, seed text) returns uuid language sql immutable as
    $$ select (lpad(to_hex(pg_temp.ms(at)), 12, '0') || '7' || substr(md5(seed), 1, 3) || '8' || substr(md5(seed), 5, 15))::uuid $$;
  -- Some sentences of a language, chosen by n.
  create function pg_temp.prose(lang text, n bigint, count int) returns text language sql stable as
    $$ select string_agg((select s.text from bench_sentences s where s.language = lang
         and s.n = 1 + floor(pg_temp.roll(prose.n * 16 + k, 99) * ${sentencesPerLanguage})::int), ' ')
       from generate_series(1, count) k $$;
`;

/** Readies the owner's connection for building the workspace. */
export async function prepareSession(owner: pg.Client, workspaceId: string): Promise<void> {
  await owner.query(
    `set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`,
  );
  await owner.query(
    'create temp table bench_sentences (language text, n int, text text, primary key (language, n))',
  );
  await owner.query(functions);
  for (const language of ['fr', 'en'] as const) {
    await owner.query(
      `insert into bench_sentences select $1, n, text from unnest($2::text[]) with ordinality as x (text, n)`,
      [language, sentencesIn(language)],
    );
  }
  await owner.query('analyze bench_sentences');
  for (const table of ['agents', 'teams', 'folders', 'tags', 'ticket_types', 'segments'] as const) {
    await owner.query(
      `create temp table bench_${table} as
       select (row_number() over (order by id))::int as n, id from ${table} where workspace_id = '${workspaceId}'`,
    );
    const { rows } = await owner.query(`select count(*)::int as count from bench_${table}`);
    if (rows[0].count !== counts[table])
      throw new Error(`${rows[0].count} ${table} instead of ${counts[table]}`);
  }
}
