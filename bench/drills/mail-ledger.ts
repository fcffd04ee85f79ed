// What the database says became of the mails of a drill. Reads as the owner, past row-level security.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export interface Ledger {
  /** Acknowledged and nowhere: neither filed nor kept as a stub. */
  lost: string[];
  /** In more than one entry or ticket message. */
  doubled: string[];
  /** Kept, but only as a stub. */
  stubs: number;
}

/** How many mails are committed by now. */
export async function takenSoFar(databaseUrl: string): Promise<number> {
  const rows = await ask<{ taken: number }>(databaseUrl, 'select count(*)::int as taken from raw_mails');
  return rows[0]!.taken;
}

/** Waits until no mail is left to be filed, for at most `patienceMs`. Gives how many are left. */
export async function untilFiled(databaseUrl: string, patienceMs: number): Promise<number> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const left = await ask<{ left: number }>(
      databaseUrl,
      `select count(*)::int as left from raw_mails where state = 'received'`,
    );
    if (left[0]!.left === 0 || performance.now() > until) return left[0]!.left;
    await pause(1_000);
  }
}

/** Holds the journal of acknowledged Message-IDs against entries and messages. */
export async function readLedger(databaseUrl: string, acknowledged: Set<string>): Promise<Ledger> {
  const entries = await ask<{ message_id: string; entries: number; messages: number; stubs: number }>(
    databaseUrl,
    `select r.message_id, count(*)::int as entries, count(m.id)::int as messages,
            (count(*) filter (where r.state = 'stub'))::int as stubs
     from raw_mails r left join messages m on m.workspace_id = r.workspace_id and m.id = r.filed_message_id
     group by r.message_id`,
  );
  const messages = await ask<{ message_id: string }>(
    databaseUrl,
    'select message_id from messages where message_id is not null group by message_id having count(*) > 1',
  );
  const made = new Set(entries.filter(entry => entry.messages > 0).map(entry => entry.message_id));
  return {
    lost: [...acknowledged].filter(id => !made.has(id)),
    doubled: [
      ...new Set([
        ...entries.filter(entry => entry.entries > 1 || entry.messages > 1).map(entry => entry.message_id),
        ...messages.map(message => message.message_id),
      ]),
    ],
    stubs: entries.reduce((sum, entry) => sum + entry.stubs, 0),
  };
}

/** Asks as the owner of the database. */
export async function ask<R extends pg.QueryResultRow>(url: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}
