import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { boardColumns, columnPredicates } from '../../../contract/board.ts';
import { boardRoutes } from '../../../contract/routes/board.ts';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { escalate, reply } from '../messages/index.ts';
import { assign } from './assignment.ts';
import { boardColumnOf, boardOf } from './board.ts';
import { moveToColumn } from './board-move.ts';
import { ticketDetailOf } from './detail.ts';
import { deescalate } from './escalation.ts';
import { feedOf } from './feed.ts';
import { file } from './filing.ts';
import { historyOf } from './history.ts';
import { closeSolved } from './status.ts';
import { undo } from './undo.ts';

const desk = useDesk();
let world: World;
beforeAll(async () => {
  world = await makeWorld(desk);
});

const noText = () => {
  throw new Error('no text was given');
};
const filters = (query: object = {}) => boardRoutes.board.query!.parse(query);
const board = (query: object = {}) => world.velo.run(world.lea, ctx => boardOf(ctx, filters(query), noText));
const detail = (id: string) => world.velo.run(world.lea, ctx => ticketDetailOf(ctx, id));
const answer = (id: string) =>
  world.velo.run(world.lea, ctx =>
    reply(ctx, desk.secrets, id, { html: '<p>Bonjour.</p>', fileIds: [], status: 'pending' }),
  );
const escalated = (id: string, agentId = world.nina) =>
  world.velo.run(world.lea, ctx =>
    escalate(ctx, desk.secrets, id, { agentId, reason: 'Client <b>furieux</b>\n\nIl rappelle à 15 h' }),
  );
const move = (id: string, column: 'new' | 'open' | 'pending' | 'solved') =>
  world.velo.run(world.lea, ctx => moveToColumn(ctx, id, column));
const lastLine = async (id: string) => (await world.velo.run(world.lea, ctx => historyOf(ctx, id, 1)))[0]!;

describe('escalation', () => {
  it('D-02 QCX-17 by hand goes one level up, keeps the status and writes the reason as a note in one event', async () => {
    const { ticketId } = await openByMail(world.velo);
    const messageId = await escalated(ticketId);
    expect(await detail(ticketId)).toMatchObject({
      status: 'new',
      escalationLevel: 1,
      escalatedTo: world.nina,
      escalation: { origin: 'manual', agentId: world.nina },
    });
    const lines = await world.velo.run(world.lea, ctx => historyOf(ctx, ticketId, 10));
    expect(lines.map(line => line.kind)).toEqual(['ticket.escalated', 'ticket.opened']);
    expect(lines[0]!.facts).toEqual({ messageId });
    expect(lines[0]!.changes).toMatchObject({ escalationLevel: [0, 1], escalatedTo: [null, world.nina] });
    const note = await world.velo.run(null, ctx =>
      ctx.tx.selectFrom('messages').select(['kind', 'text']).where('id', '=', messageId).executeTakeFirst(),
    );
    expect(note).toEqual({ kind: 'note', text: 'Client <b>furieux</b>\n\nIl rappelle à 15 h' });
    await escalated(ticketId, world.karim);
    expect(await detail(ticketId)).toMatchObject({ escalationLevel: 2, escalatedTo: world.karim });
    await world.velo.run(world.lea, ctx => deescalate(ctx, ticketId));
    expect(await detail(ticketId)).toMatchObject({ escalationLevel: 0, escalatedTo: null, escalation: null });
  });

  it('D-02 refuses nobody, a foreign agent, a ticket closed for good, and an agent’s empty reason', async () => {
    const { ticketId } = await openByMail(world.velo);
    await expect(escalated(ticketId, world.bob)).rejects.toMatchObject({ code: 'agent-not-available' });
    await expect(
      world.velo.run(world.lea, ctx =>
        escalate(ctx, desk.secrets, ticketId, { agentId: world.nina, reason: '  ' }),
      ),
    ).rejects.toMatchObject({ code: 'empty-message' });
    await move(ticketId, 'solved');
    await world.velo.run(null, ctx => closeSolved({ ...ctx, now: new Date(Date.now() + 9 * 86_400_000) }));
    await expect(escalated(ticketId)).rejects.toMatchObject({ code: 'ticket-locked' });
    await expect(move(ticketId, 'pending')).rejects.toMatchObject({ code: 'ticket-locked' });
  });

  it('D-02 opens a solved ticket again', async () => {
    const { ticketId } = await openByMail(world.velo);
    await move(ticketId, 'solved');
    await escalated(ticketId);
    expect(await detail(ticketId)).toMatchObject({ status: 'new', escalationLevel: 1, resolvedAt: null });
  });
});

describe('the board', () => {
  it('QCX-11 D-02 gives each column its number, its load and its cards, the longest waiting first', async () => {
    const subject = 'Pour le tableau';
    const made: string[] = [];
    for (let n = 0; n < 5; n++)
      made.push(
        (await openByMail(world.velo, { subject, at: new Date(Date.now() - n * 3_600_000) })).ticketId,
      );
    const [fresh, open, pending, up, solved] = made as [string, string, string, string, string];
    for (const id of [open, pending]) await answer(id);
    await openByMail(world.velo, { joins: open, text: 'Et ?' });
    await escalated(up);
    await move(solved, 'solved');
    await world.velo.run(world.lea, ctx => assign(ctx, fresh, world.karim));
    const { columns } = await board();
    expect(columns.map(column => column.name)).toEqual([...boardColumns]);
    const where = (id: string) => columns.find(column => column.tickets.some(one => one.id === id))?.name;
    expect(made.map(where)).toEqual(['new', 'open', 'pending', 'escalated', 'solved']);
    for (const column of columns) {
      expect(column.count).toBe(column.tickets.length);
      expect(column.agents.reduce((sum, one) => sum + one.count, 0)).toBe(column.count);
      const waits = column.tickets.flatMap(one => one.waitingSince ?? []);
      expect(waits).toEqual([...waits].sort());
      expect(column.oldestWaitingSince).toBe(waits[0] ?? null);
    }
    const karims = await board({ assignee: world.karim });
    expect(karims.columns.flatMap(column => column.tickets.map(one => one.id))).toEqual([fresh]);
    expect(karims.columns[0]).toMatchObject({ count: 1, agents: [{ agentId: world.karim, count: 1 }] });
  });

  it('QCX-11 each column is a walk along an index of its own, below the policies', async () => {
    const plans = await world.velo.run(world.lea, async ctx => {
      await sql`set local enable_seqscan = off`.execute(ctx.tx);
      await sql`set local enable_sort = off`.execute(ctx.tx);
      const found: [string, string][] = [];
      for (const name of boardColumns) {
        const { statuses, isEscalated } = columnPredicates[name];
        const among = sql`status in (${sql.join(statuses.map(status => sql.lit(status)))})`;
        const level =
          isEscalated === null ? sql`` : sql`and escalation_level ${sql.raw(isEscalated ? '>' : '=')} 0`;
        const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select id from tickets
          where workspace_id = ${ctx.workspaceId} and ${among} ${level} order by queue_rank, id limit 31`.execute(
          ctx.tx,
        );
        const plan = rows.map(row => row['QUERY PLAN']).join('\n');
        found.push([name, /using (\w+)/.exec(plan)?.[1] ?? plan]);
      }
      return found;
    });
    expect(plans).toEqual([
      ['new', 'tickets_board_new'],
      ['open', 'tickets_board_open'],
      ['pending', 'tickets_board_pending'],
      ['escalated', 'tickets_board_escalated'],
      ['solved', 'tickets_board_solved'],
    ]);
  });

  it('QCX-11 pages a column by keyset', async () => {
    for (let n = 0; n < 3; n++) await openByMail(world.velo);
    const all = (await board()).columns[0]!.tickets.map(one => one.id);
    const first = (await board({ limit: 2 })).columns[0]!;
    const query = { ...filters(), after: first.next!, limit: 200 };
    const rest = await world.velo.run(world.lea, ctx => boardColumnOf(ctx, 'new', query, noText));
    expect([...first.tickets, ...rest.tickets].map(one => one.id)).toEqual(all);
    expect(rest.next).toBeNull();
  });

  it('LUM-02 D-02 a card goes where its answers allow; a refused one says why and changes nothing', async () => {
    const { ticketId } = await openByMail(world.velo);
    await expect(move(ticketId, 'open')).rejects.toMatchObject({ code: 'not-answered-yet' });
    await escalated(ticketId);
    await expect(move(ticketId, 'open')).rejects.toMatchObject({ code: 'not-answered-yet' });
    await move(ticketId, 'new');
    expect(await detail(ticketId)).toMatchObject({ status: 'new', escalationLevel: 0 });
    await answer(ticketId);
    await expect(move(ticketId, 'new')).rejects.toMatchObject({ code: 'answered-already' });
    await escalated(ticketId);
    await move(ticketId, 'open');
    expect(await detail(ticketId)).toMatchObject({ status: 'open', escalationLevel: 0 });
    const line = await lastLine(ticketId);
    expect(line.kind).toBe('ticket.deescalated');
    expect(line.changes).toMatchObject({ status: ['pending', 'open'], escalationLevel: [1, 0] });
    await move(ticketId, 'solved');
    expect((await lastLine(ticketId)).kind).toBe('ticket.solved');
    await move(ticketId, 'solved');
    await move(ticketId, 'open');
    expect((await lastLine(ticketId)).kind).toBe('ticket.reopened');
  });
});

describe('the board of an agent who is limited to folders', () => {
  it('LUM-36 S19 holds and counts only what they may see', async () => {
    const { ticketId } = await openByMail(world.velo);
    const seen = (folders: string[]) =>
      world.velo.run(world.nina, async ctx => {
        const { columns } = await boardOf({ ...ctx, onlyFolders: folders }, filters(), noText);
        for (const column of columns) expect(column.count).toBe(column.tickets.length);
        return columns.flatMap(column => column.tickets.map(one => one.id));
      });
    expect(await seen([])).not.toContain(ticketId);
    expect(await seen([(await detail(ticketId)).folderId])).toContain(ticketId);
    await escalated(ticketId);
    expect(await seen([])).toContain(ticketId);
  });
});

describe('undo', () => {
  const undoing = (id: string, eventId: string, now?: Date) =>
    world.velo.run(world.lea, ctx => undo({ ...ctx, now: now ?? ctx.now }, id, eventId));

  it('puts back exactly what a change changed, as an event of its own that names it', async () => {
    const { ticketId } = await openByMail(world.velo);
    const before = await detail(ticketId);
    await move(ticketId, 'solved');
    const { id } = await lastLine(ticketId);
    await undoing(ticketId, id);
    const line = await lastLine(ticketId);
    expect(line).toMatchObject({ kind: 'ticket.reopened', facts: { undoes: id } });
    expect(await detail(ticketId)).toEqual({
      ...before,
      eventId: line.id,
      counts: { ...before.counts, history: 3 },
    });
    // And the other way round again.
    await undoing(ticketId, line.id);
    expect(await detail(ticketId)).toMatchObject({ status: 'resolved', waitingSince: null });
  });

  it('refuses what was changed since, what is too old, what the customer wrote after, and what is no change', async () => {
    const { ticketId } = await openByMail(world.velo);
    const opened = (await lastLine(ticketId)).id;
    await expect(undoing(ticketId, opened)).rejects.toMatchObject({ code: 'undo-not-possible' });
    await world.velo.run(world.lea, ctx => assign(ctx, ticketId, world.karim));
    const { id } = await lastLine(ticketId);
    const later = new Date(Date.now() + 8 * 86_400_000);
    await expect(undoing(ticketId, id, later)).rejects.toMatchObject({ code: 'undo-too-late' });
    await world.velo.run(world.lea, ctx => file(ctx, ticketId, { priority: 'high' }));
    await world.velo.run(world.lea, ctx => assign(ctx, ticketId, world.nina));
    await expect(undoing(ticketId, id)).rejects.toMatchObject({ code: 'changed-since' });
    expect(await detail(ticketId)).toMatchObject({ assigneeId: world.nina, priority: 'high' });
    await move(ticketId, 'pending');
    const paused = (await lastLine(ticketId)).id;
    await openByMail(world.velo, { joins: ticketId, text: 'Alors ?', at: new Date(Date.now() + 1000) });
    await expect(undoing(ticketId, paused)).rejects.toMatchObject({ code: 'changed-since' });
    const other = await openByMail(world.velo);
    await expect(undoing(other.ticketId, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the feed', () => {
  const feed = (query: object = {}, onlyFolders: string[] | null = null) =>
    world.velo.run(world.karim, ctx => feedOf({ ...ctx, onlyFolders }, boardRoutes.feed.query!.parse(query)));

  it('QCX-10 D-26 tells what happens newest first, with the words of messages, page by page', async () => {
    const { ticketId } = await openByMail(world.velo, { text: 'Le vélo est là' });
    await escalated(ticketId);
    const { items } = await feed({ limit: 2 });
    expect(items.map(item => [item.kind, item.ticket.id, item.message])).toEqual([
      [
        'ticket.escalated',
        ticketId,
        { kind: 'note', preview: 'Client <b>furieux</b>\n\nIl rappelle à 15 h' },
      ],
      ['ticket.opened', ticketId, { kind: 'public', preview: 'Le vélo est là' }],
    ]);
    const all = (await feed({ limit: 100 })).items.map(item => item.id);
    const paged: string[] = [];
    let before: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof feed>> = await feed({ limit: 7, ...(before && { before }) });
      paged.push(...page.items.map(item => item.id));
      before = page.next;
    } while (before);
    expect(paged.slice(0, all.length)).toEqual(all);
    expect(new Set(paged).size).toBe(paged.length);
  });

  it('QCX-10 is narrowed by kind, by who did it and to named events', async () => {
    const { ticketId } = await openByMail(world.velo);
    await world.velo.run(world.nina, ctx => assign(ctx, ticketId, world.nina));
    const changes = await feed({ kinds: 'changes', agent: world.nina });
    expect(changes.items.map(item => item.kind)).toEqual(['ticket.assigned']);
    const id = changes.items[0]!.id;
    expect((await feed({ only: [id] })).items.map(item => item.id)).toEqual([id]);
    expect((await feed({ only: [id], kinds: 'messages' })).items).toEqual([]);
  });

  it('LUM-36 S19 tells an agent limited to folders only of what they may see', async () => {
    const { ticketId } = await openByMail(world.velo);
    const { folderId } = await detail(ticketId);
    expect((await feed({}, [])).items.map(item => item.ticket.id)).not.toContain(ticketId);
    expect((await feed({}, [folderId])).items.map(item => item.ticket.id)).toContain(ticketId);
    await escalated(ticketId, world.karim);
    expect((await feed({}, [])).items.map(item => item.ticket.id)).toContain(ticketId);
  });
});
