import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeSolved, setStatus } from '../../desk/tickets/index.ts';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { drain } from '../../testing/drain.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { runBulk } from './run.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let karim: Browser;
let base: string;
beforeAll(async () => {
  world = await makeWorld(desk);
  [lea, karim] = [await openBrowser(desk, 'lea@velo.example'), await openBrowser(desk, 'karim@velo.example')];
  base = `/api/w/${world.velo.slug}`;
});
afterAll(async () => {
  await lea?.close();
  await karim?.close();
});

async function openSome(count: number, subject = 'Mon vélo grince'): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push((await openByMail(world.velo, { subject })).ticketId);
  return ids;
}
const start = async (action: object, tickets: object) =>
  (await lea.send('POST', `${base}/bulk-changes`, { action, tickets })).body;
const progress = async (id: string) =>
  (await lea.send('GET', `${base}/bulk-changes`)).body.changes.find((one: { id: string }) => one.id === id);
const ticket = async (id: string) => (await lea.send('GET', `${base}/tickets/${id}`)).body;
const eventsOf = async (id: string) => (await lea.send('GET', `${base}/tickets/${id}/history`)).body.lines;

describe('a change of many tickets', () => {
  it('gives each ticket its own event, by the agent, and is undone as exactly', async () => {
    const ids = await openSome(6);
    const before = await Promise.all(ids.map(ticket));
    const begun = await start({ do: 'status', status: 'resolved' }, { ids });
    expect(begun).toMatchObject({ state: 'running', total: 6, done: 0, canBeUndone: false });
    await drain(desk);
    expect(await progress(begun.id)).toMatchObject({ state: 'done', done: 6, failed: 0, canBeUndone: true });
    for (const id of ids) {
      const [last, ...rest] = await eventsOf(id);
      expect(last).toMatchObject({
        kind: 'ticket.solved',
        actor: { type: 'agent', id: world.lea },
        facts: { bulkId: begun.id },
      });
      expect(rest).toHaveLength(1);
    }
    const undone = (await lea.send('POST', `${base}/bulk-changes/${begun.id}/undo`)).body;
    await drain(desk);
    expect(await progress(undone.id)).toMatchObject({ action: null, undoOf: begun.id, done: 6, failed: 0 });
    const after = await Promise.all(ids.map(ticket));
    const plain = (one: { eventId: string; counts: object }) => ({ ...one, eventId: '', counts: null });
    expect(after.map(plain)).toEqual(before.map(plain));
    const twice = await lea.send('POST', `${base}/bulk-changes/${begun.id}/undo`);
    expect([twice.status, twice.body.error]).toEqual([409, 'undo-not-possible']);
  });

  it('tells ticket by ticket what could not be changed, and takes back only what nobody changed since', async () => {
    const ids = await openSome(3);
    const [locked, moved] = ids as [string, string, string];
    await world.velo.run(world.lea, ctx => setStatus(ctx, locked, 'resolved'));
    await world.velo.run(null, ctx => closeSolved({ ...ctx, now: new Date(Date.now() + 9 * 86_400_000) }));
    const begun = await start({ do: 'priority', priority: 'high' }, { ids });
    await drain(desk);
    expect(await progress(begun.id)).toMatchObject({ total: 3, done: 2, failed: 1 });
    const { failures } = (await lea.send('GET', `${base}/bulk-changes/${begun.id}/failures`)).body;
    expect(failures).toEqual([
      {
        place: expect.any(Number),
        ticket: expect.objectContaining({ subject: 'Mon vélo grince' }),
        reason: 'ticket-locked',
      },
    ]);
    await lea.send('PATCH', `${base}/tickets/${moved}/filing`, { priority: 'low' });
    const undone = (await lea.send('POST', `${base}/bulk-changes/${begun.id}/undo`)).body;
    await drain(desk);
    expect(await progress(undone.id)).toMatchObject({ total: 2, done: 1, failed: 1 });
    const why = (await lea.send('GET', `${base}/bulk-changes/${undone.id}/failures`)).body.failures;
    expect(why[0].reason).toBe('changed-since');
    expect((await Promise.all(ids.map(ticket))).map(one => one.priority)).toEqual([
      'medium',
      'low',
      'medium',
    ]);
  });

  it('takes all that match a list, settled when it begins, within what the agent may see', async () => {
    const folder = (await lea.send('POST', `${base}/folders`, { name: 'Ateliers' })).body.id;
    const inside = await openSome(2);
    for (const id of inside) await lea.send('PATCH', `${base}/tickets/${id}/filing`, { folderId: folder });
    const tag = (await lea.send('POST', `${base}/tags`, { name: 'Urgent', colour: '#aa0000' })).body.id;
    const begun = await start({ do: 'tag-add', tagId: tag }, { query: { folder: [folder] } });
    const later = await openSome(1);
    await lea.send('PATCH', `${base}/tickets/${later[0]}/filing`, { folderId: folder });
    await drain(desk);
    expect(await progress(begun.id)).toMatchObject({ total: 2, done: 2, leftOut: 0 });
    expect((await Promise.all([...inside, ...later].map(ticket))).map(one => one.tagIds)).toEqual([
      [tag],
      [tag],
      [],
    ]);
    const limited = world.velo.run(world.karim, async ctx => {
      const { startBulk } = await import('./start.ts');
      const body = { action: { do: 'read', isRead: true }, tickets: { ids: inside } } as const;
      return startBulk({ ...ctx, onlyFolders: [] }, { ...body, tickets: { ids: [...inside] } }, () => {
        throw new Error('no text was given');
      });
    });
    await expect(limited).rejects.toMatchObject({ code: 'no-tickets' });
  });

  it('goes on where a process was killed, each ticket once', async () => {
    const ids = await openSome(5);
    const begun = await start({ do: 'assign', agentId: world.karim }, { ids });
    let runs = 0;
    const dying = new Proxy(desk.database, {
      get(target, name) {
        if (name !== 'run') return Reflect.get(target, name);
        return (...given: Parameters<typeof desk.database.run>) => {
          if (++runs > 5) throw new Error('killed');
          return target.run(...given);
        };
      },
    });
    const payload = { workspaceId: world.velo.id, bulkId: begun.id };
    const attempt = { number: 1, isLast: false };
    await expect(runBulk({ database: dying })(payload, attempt)).rejects.toThrow('killed');
    const half = await progress(begun.id);
    expect(half.state).toBe('running');
    expect(half.done).toBeGreaterThan(0);
    expect(half.done).toBeLessThan(5);
    // Two at once, as after a lock that was thought lost.
    const run = runBulk(desk);
    await Promise.all([run(payload, attempt), run(payload, attempt)]);
    expect(await progress(begun.id)).toMatchObject({ state: 'done', done: 5, failed: 0 });
    for (const id of ids) {
      const lines = await eventsOf(id);
      expect(lines.filter((line: { kind: string }) => line.kind === 'ticket.assigned')).toHaveLength(1);
    }
  });

  it('is seen and taken back by its agent alone', async () => {
    const ids = await openSome(1);
    const begun = await start({ do: 'read', isRead: true }, { ids });
    await drain(desk);
    expect(await progress(begun.id)).toMatchObject({ done: 1, canBeUndone: false });
    expect((await ticket(ids[0]!)).isUnread).toBe(false);
    expect((await karim.send('GET', `${base}/bulk-changes`)).body.changes).toEqual([]);
    expect((await karim.send('GET', `${base}/bulk-changes/${begun.id}/failures`)).status).toBe(404);
    expect((await karim.send('POST', `${base}/bulk-changes/${begun.id}/undo`)).status).toBe(404);
    const none = await lea.send('POST', `${base}/bulk-changes`, {
      action: { do: 'status', status: 'open' },
      tickets: { ids: ['01234567-89ab-7def-8123-456789abcdef'] },
    });
    expect([none.status, none.body.error]).toEqual([422, 'no-tickets']);
  });
});
