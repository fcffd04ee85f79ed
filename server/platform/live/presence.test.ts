// Who has what open: over two processes, for many tabs of one person, within everybody's reach.
import type { Socket } from 'socket.io-client';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { People, PresenceNews, PresenceState } from '../../../contract/live.ts';
import { addFolder } from '../../desk/workspaces/index.ts';
import { useDesk } from '../../testing/desk.ts';
import { useLines } from '../../testing/lines.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { newId } from '../ids/index.ts';
import { differences, viewOf, within } from './presence-view.ts';

const desk = useDesk();
const { signIn, connect } = useLines(desk);
let world: World;
let ticketId: string;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld(desk);
  for (const who of ['lea', 'karim', 'nina']) cookies[who] = (await signIn(`${who}@velo.example`)).cookie;
  cookies.bob = (await signIn('bob@acme.example')).cookie;
});
beforeEach(async () => {
  ticketId = (await openByMail(world.velo)).ticketId;
});

/** A screen and what it knows of who has what open. */
async function open(who: string, process: number) {
  const shown = new Map<string, People>();
  let count = 0;
  const slug = who === 'bob' ? world.acme.slug : world.velo.slug;
  const socket = await connect(process, cookies[who]!, slug, {}, line =>
    line.on('presence', ({ isWhole, topics }: PresenceNews) => {
      count++;
      if (isWhole) shown.clear();
      for (const [topic, people] of Object.entries(topics)) {
        if (Object.keys(people).length > 0) shown.set(topic, people);
        else shown.delete(topic);
      }
    }),
  );
  return { socket, shown, messages: () => count };
}
const say = (socket: Socket, topic: string | null, state: PresenceState = 'viewing') =>
  socket.emit('here', { topic, state });
const settled = (look: () => unknown, expected: unknown) =>
  expect.poll(look, { timeout: 5_000, interval: 30 }).toEqual(expected);

describe('presence', () => {
  it('LUM-22 LUM-24 who opens a ticket through one process is seen through the other within a second', async () => {
    const [lea, karim] = [await open('lea', 0), await open('karim', 1)];
    const startedAt = Date.now();
    say(lea.socket, ticketId);
    await settled(() => karim.shown.get(ticketId), { [world.lea]: 'viewing' });
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    say(lea.socket, ticketId, 'reply');
    await settled(() => karim.shown.get(ticketId), { [world.lea]: 'reply' });
    say(lea.socket, null);
    await settled(() => karim.shown.get(ticketId), undefined);
  });

  it('D-09 two tabs are one person, who leaves with the last of them', async () => {
    const [one, two, karim] = [await open('lea', 0), await open('lea', 1), await open('karim', 1)];
    say(one.socket, ticketId, 'note');
    say(two.socket, ticketId, 'idle');
    await settled(() => karim.shown.get(ticketId), { [world.lea]: 'note' });
    one.socket.close();
    await settled(() => karim.shown.get(ticketId), { [world.lea]: 'idle' });
    two.socket.close();
    await settled(() => karim.shown.get(ticketId), undefined);
  });

  it('who comes later is told who is there', async () => {
    const lea = await open('lea', 0);
    say(lea.socket, ticketId);
    const karim = await open('karim', 1);
    await settled(() => karim.shown.get(ticketId), { [world.lea]: 'viewing' });
  });

  it('S16 S19 stays within the workspace and within reach, also for what is claimed', async () => {
    const folder = await world.velo.run(world.lea, ctx => addFolder(ctx, `Atelier ${ticketId}`));
    const inFolder = (await openByMail(world.velo, { folderId: folder.id })).ticketId;
    const admin = await signIn('lea@velo.example');
    await admin.send('PATCH', `/api/w/${world.velo.slug}/agents/${world.nina}`, { folderIds: [folder.id] });
    const screens = [
      await open('lea', 0),
      await open('karim', 0),
      await open('nina', 1),
      await open('bob', 1),
    ];
    const [lea, karim, nina, bob] = screens as [
      (typeof screens)[0],
      (typeof screens)[0],
      (typeof screens)[0],
      (typeof screens)[0],
    ];
    say(lea.socket, ticketId);
    say(karim.socket, inFolder);
    await settled(() => nina.shown.get(inFolder), { [world.karim]: 'viewing' });
    // Nina may not know of this ticket, and nobody may be made to believe that she has it open.
    say(nina.socket, ticketId, 'reply');
    say(bob.socket, inFolder, 'reply');
    say(karim.socket, inFolder, 'note');
    await settled(() => nina.shown.get(inFolder), { [world.karim]: 'note' });
    // Each line is told by itself: what one screen shows, another may be about to.
    await settled(() => karim.shown.get(inFolder), { [world.karim]: 'note' });
    await settled(() => karim.shown.get(ticketId), { [world.lea]: 'viewing' });
    expect(nina.shown.has(ticketId)).toBe(false);
    // The ticket comes into her reach while both look.
    await admin.send('PATCH', `/api/w/${world.velo.slug}/tickets/${ticketId}/filing`, {
      folderId: folder.id,
    });
    await settled(() => nina.shown.get(ticketId), { [world.lea]: 'viewing' });
    await admin.send('PATCH', `/api/w/${world.velo.slug}/agents/${world.nina}`, { folderIds: null });
  });

  it('what a process that was killed has left behind counts for half a minute', async () => {
    const insert = (age: number, state: string) =>
      world.velo.run(null, async ctx => {
        await ctx.tx
          .insertInto('presence')
          .values({
            workspace_id: ctx.workspaceId,
            socket_id: newId(),
            process_id: newId(),
            member_id: world.lea,
            topic: ticketId,
            state: state as PresenceState,
            at: new Date(Date.now() - age * 1000),
          })
          .execute();
      });
    await insert(40, 'reply');
    await insert(5, 'viewing');
    const karim = await open('karim', 0);
    await settled(() => karim.shown.get(ticketId), { [world.lea]: 'viewing' });
  });

  it('many reports are gathered into few messages, and nonsense is nothing', async () => {
    const [lea, karim] = [await open('lea', 0), await open('karim', 1)];
    await settled(() => karim.messages() > 0, true);
    const before = karim.messages();
    for (let i = 0; i < 400; i++) say(lea.socket, ticketId, i % 2 ? 'reply' : 'viewing');
    await settled(() => karim.shown.get(ticketId), { [world.lea]: 'reply' });
    expect(karim.messages() - before).toBeLessThan(8);
    lea.socket.emit('here', { topic: `${ticketId}'; drop table presence`, state: 'reply' });
    await settled(() => karim.shown.get(ticketId), undefined);
  });
});

describe('what is told of presence', () => {
  const here = (memberId: string, topic: string, state: PresenceState) => ({ memberId, topic, state });

  it('what weighs most of one person’s tabs', () => {
    const rows = [
      here('l', 'a', 'reply'),
      here('l', 'a', 'idle'),
      here('k', 'a', 'idle'),
      here('l', 'b', 'note'),
    ];
    expect(Object.fromEntries(viewOf(rows))).toEqual({ a: { l: 'reply', k: 'idle' }, b: { l: 'note' } });
  });

  it('only what differs, and only of what may be known', () => {
    const before = viewOf([here('l', 'a', 'viewing'), here('k', 'b', 'viewing')]);
    const now = viewOf([here('l', 'a', 'viewing'), here('k', 'c', 'reply')]);
    expect(differences(before, now)).toEqual({ b: {}, c: { k: 'reply' } });
    expect(differences(now, now)).toBeNull();
    expect([...within(now, new Set(['c'])).keys()]).toEqual(['c']);
  });
});
