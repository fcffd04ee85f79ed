// Words between the processes on one database, over NOTIFY: ids only, never anything to be believed or kept. A word that
// is lost costs a moment, since everything it points at is in tables.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Database } from '../db/index.ts';
import type { Log } from '../log/index.ts';

export interface Word {
  workspaceId: string;
  /** What it is about: 'presence', or the name of a message for screens. */
  name: string;
  /** For screens: to these members' ones, and to those that have this topic open. */
  to?: string[];
  topic?: string | null;
  data?: unknown;
}

export interface Bus {
  /** Tells all processes, this one too. Never waits and never throws. */
  tell(word: Word): void;
  /** Hears what any process tells; `wasCut` is called when words may have been missed. Gives the function that ends it. */
  hear(listener: (word: Word) => void, wasCut?: () => void): () => void;
  /** Begins to hear the other processes. Gives the function that stops it. */
  listen(log: Log): { stop(): Promise<void> };
}

const channel = 'guichet_live';
/** At most twenty notifications a second from one process: NOTIFY takes a lock of the whole database. */
const gatherMs = 50;
/** PostgreSQL takes up to 8000 bytes. */
const mostBytes = 7_000;
const againMs = 2_000;

const buses = new WeakMap<Database, Bus>();

/** The bus of this process for one database. */
export function busOf(database: Database): Bus {
  const bus = buses.get(database) ?? openBus(database);
  buses.set(database, bus);
  return bus;
}

function openBus(database: Database): Bus {
  const me = randomUUID();
  const listeners = new Set<{ listener: (word: Word) => void; wasCut?: () => void }>();
  let waiting = new Map<string, Word>();
  let timer: NodeJS.Timeout | undefined;

  const deliver = (word: Word) => {
    for (const { listener } of listeners) listener(word);
  };

  function flush(): void {
    timer = undefined;
    const words = waiting;
    waiting = new Map();
    for (const word of words.values()) deliver(word);
    for (const payload of payloadsOf(me, [...words.keys()]))
      database.pool.query('select pg_notify($1, $2)', [channel, payload]).catch(() => {
        // The others look into the tables by themselves every few seconds.
      });
  }

  function take(payload: string | undefined): void {
    const { from, words } = JSON.parse(payload ?? '{}') as { from: string; words: Word[] };
    if (from !== me) for (const word of words) deliver(word);
  }

  return {
    tell(word) {
      waiting.set(JSON.stringify(word), word);
      if (timer === undefined) timer = setTimeout(flush, gatherMs).unref();
    },
    hear(listener, wasCut) {
      const entry = { listener, ...(wasCut && { wasCut }) };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    listen(log) {
      let stopped = false;
      let client: pg.Client | undefined;
      let again: NodeJS.Timeout | undefined;
      let connecting = Promise.resolve();

      async function connect(): Promise<void> {
        // A connection of its own: one of the pool would come back with LISTEN still on.
        client = new pg.Client({ ...database.pool.options, statement_timeout: 0, query_timeout: 0 });
        client.on('error', error => log.warn({ err: error }, 'the line between processes is cut'));
        client.on('end', reopen);
        client.on('notification', message => take(message.payload));
        await client.connect();
        await client.query(`listen ${channel}`);
        for (const { wasCut } of listeners) wasCut?.();
      }
      function open(): void {
        again = undefined;
        connecting = connect().catch(error => {
          log.warn({ err: error }, 'no line between processes');
          reopen();
        });
      }
      function reopen(): void {
        if (!stopped && again === undefined) again = setTimeout(open, againMs);
      }
      open();
      return {
        async stop() {
          stopped = true;
          clearTimeout(again);
          await connecting;
          await client?.end().catch(() => {});
        },
      };
    },
  };
}

/** As few payloads as hold the words, each short enough. */
function payloadsOf(from: string, words: string[]): string[] {
  const payloads: string[] = [];
  let batch: string[] = [];
  let bytes = 0;
  const close = () => {
    if (batch.length > 0) payloads.push(`{"from":"${from}","words":[${batch.join(',')}]}`);
    batch = [];
    bytes = 0;
  };
  for (const word of words) {
    const size = Buffer.byteLength(word) + 1;
    if (bytes + size > mostBytes) close();
    batch.push(word);
    bytes += size;
  }
  close();
  return payloads;
}
