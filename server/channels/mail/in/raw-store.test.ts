import { beforeAll, describe, expect, it } from 'vitest';
import type { Platform } from '../../../platform/index.ts';
import { useDesk } from '../../../testing/desk.ts';
import { makeWorld, type World } from '../../../testing/world.ts';
import type { NewRawMail } from './raw-batch.ts';
import { openRawStore } from './raw-store.ts';

const desk = useDesk();
let world: World;
beforeAll(async () => {
  world = await makeWorld(desk);
});

const mailboxId = '01900000-0000-7000-8000-000000000001';
function mail(subject: string, change: Partial<NewRawMail> = {}): NewRawMail {
  const raw = Buffer.from(`Subject: ${subject}\r\nMessage-ID: <${subject}@x.example>\r\n\r\ntext`);
  const envelope = { envelopeFrom: 'a@x.example', envelopeTo: 'b@y.example' };
  return { workspaceId: world.velo.id, mailboxId, source: 'lmtp', ...envelope, raw, ...change };
}

async function count(like: string): Promise<number> {
  const rows = await world.velo.run(null, ctx =>
    ctx.tx.selectFrom('raw_mails').select('id').where('message_id', 'like', like).execute(),
  );
  return rows.length;
}

/** The same platform, counting the transactions it begins. */
function counted(): { platform: Platform; transactions: () => number } {
  let transactions = 0;
  const database: Platform['database'] = {
    ...desk.database,
    run: (scope, work) => {
      transactions++;
      return desk.database.run(scope, work);
    },
  };
  return { platform: { ...desk, database }, transactions: () => transactions };
}

describe('the store of raw mails', () => {
  it('P1 writes mails together that come together, and tells each what became of it', async () => {
    const { platform, transactions } = counted();
    const store = openRawStore(platform);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) => store(mail(`together-${index}`))),
    );
    expect(outcomes).toEqual(Array(50).fill('taken'));
    expect(await count('<together-%')).toBe(50);
    expect(transactions()).toBeLessThanOrEqual(5);
  });

  it('P2 recognises the same mail in one batch and in a later one', async () => {
    const store = openRawStore(desk);
    const together = await Promise.all([store(mail('same')), store(mail('same')), store(mail('other'))]);
    expect(together.sort()).toEqual(['duplicate', 'taken', 'taken']);
    expect(await store(mail('same'))).toBe('duplicate');
    expect(await store(mail('same', { mailboxId: '01900000-0000-7000-8000-000000000002' }))).toBe('taken');
    expect(await count('<same@%')).toBe(2);
  });

  it('P6 one mail that cannot be stored does not keep out those that came with it', async () => {
    const store = openRawStore(desk);
    const results = await Promise.allSettled([
      store(mail('good-1')),
      store(mail('bad', { source: 'carrier pigeon' as never })),
      store(mail('good-2')),
    ]);
    expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await count('<good-%')).toBe(2);
  });

  it('S18 keeps the mails of two workspaces apart', async () => {
    const store = openRawStore(desk);
    await Promise.all([store(mail('tenant')), store(mail('tenant', { workspaceId: world.acme.id }))]);
    expect(await count('<tenant@%')).toBe(1);
    const there = await world.acme.run(null, ctx => ctx.tx.selectFrom('raw_mails').select('id').execute());
    expect(there).toHaveLength(1);
  });

  it('P4 tells every sender when the database is away, without trying each mail alone', async () => {
    let tries = 0;
    const database = {
      ...desk.database,
      run: () => {
        tries++;
        return Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
      },
    };
    const store = openRawStore({ ...desk, database });
    const results = await Promise.allSettled(['x', 'y', 'z', 'u'].map(each => store(mail(each))));
    expect(results.map(result => result.status)).toEqual(Array(4).fill('rejected'));
    expect(tries).toBe(1);
  });
});
