// With thousands of tickets lists, counts, the board and search look at some of them only. What they tell must be what
// looking at all would: compared with filters over the same tickets kept in memory.
import { beforeAll, describe, expect, it } from 'vitest';
import { boardColumns, columnOf } from '../contract/board.ts';
import { statusesOfView } from '../contract/filters.ts';
import { boardRoutes } from '../contract/routes/board.ts';
import { ticketRoutes } from '../contract/routes/tickets.ts';
import { addTag, addView, boardOf, countTickets, listTickets } from './desk/tickets/index.ts';
import { addFolder } from './desk/workspaces/index.ts';
import { searchFor, ticketIdsMatching } from './features/search/index.ts';
import type { Ctx } from './platform/db/index.ts';
import { fillWithCrowd, type Member } from './testing/crowd.ts';
import { useDesk } from './testing/desk.ts';
import { type Company, makeWorld, openByMail, type World } from './testing/world.ts';

const size = 6_000;
type Fits = (ticket: Member) => boolean;

const newestFirst = (a: Member, b: Member) =>
  b.last_message_at.getTime() - a.last_message_at.getTime() || (a.id < b.id ? 1 : -1);
const longestWaiting = (a: Member, b: Member) => a.queue_rank - b.queue_rank || (a.id < b.id ? -1 : 1);
const ids = (tickets: readonly { id: string }[]) => tickets.map(ticket => ticket.id);

describe.each([1, 2, 3])('on a desk of thousands of tickets, seed %d,', seed => {
  const desk = useDesk();
  let world: World;
  let velo: Company;
  let crowd: Member[];
  let folders: string[];
  let tags: string[];

  beforeAll(async () => {
    world = await makeWorld(desk);
    velo = world.velo;
    const { ticketId } = await openByMail(velo);
    const { contactId, folderId } = await velo.run(world.lea, async ctx => {
      const row = await ctx.tx
        .selectFrom('tickets')
        .select(['contact_id', 'folder_id'])
        .where('id', '=', ticketId)
        .executeTakeFirstOrThrow();
      return { contactId: row.contact_id, folderId: row.folder_id };
    });
    await velo.run(world.lea, async ctx => {
      folders = [folderId, (await addFolder(ctx, 'Atelier')).id, (await addFolder(ctx, 'Ventes')).id];
      tags = [
        (await addTag(ctx, { name: 'Courante', colour: '#aa0000' })).id,
        (await addTag(ctx, { name: 'Seule', colour: '#0000aa' })).id,
      ];
    });
    const { lea, karim, nina } = world;
    const places = { workspaceId: velo.id, contactId, agents: [lea, karim, nina], folders, tags };
    crowd = await fillWithCrowd(desk.ownerUrl, seed, size, places);
  }, 120_000);

  /** Who asks, and what they may see. */
  const readers = (): [string, (ctx: Ctx) => Ctx, Fits][] => [
    ['who sees all', ctx => ctx, () => true],
    [
      'who is limited to a folder',
      ctx => ({ ...ctx, onlyFolders: [folders[1]!] }),
      t => t.folder_id === folders[1] || t.assignee_id === world.karim || t.escalated_to === world.karim,
    ],
  ];
  const ask = <T>(as: (ctx: Ctx) => Ctx, work: (ctx: Ctx) => Promise<T>) =>
    velo.run(world.karim, ctx => work(as(ctx)));

  const holds =
    (word: string): Fits =>
    t =>
      t.words.includes(word);

  it('LUM-36 search finds, page by page, all that fit, the newest first, and counts them or says that there are more', async () => {
    const operators: [string, Fits][] = [
      ['', () => true],
      ['status:pending', t => t.status === 'pending'],
      ['tag:Seule', t => t.tags.includes(tags[1]!)],
      ['assignee:karim in:atelier', t => t.assignee_id === world.karim && t.folder_id === folders[1]],
      ['-tag:Courante status:new', t => !t.tags.includes(tags[0]!) && t.status === 'new'],
      [
        'tag:Seule assignee:nina status:open',
        t => t.tags.includes(tags[1]!) && t.assignee_id === world.nina && t.status === 'open',
      ],
    ];
    for (const [who, as, mayBeSeen] of readers())
      for (const word of ['partout', 'souvent', 'parfois', 'rare'])
        for (const [operator, fits] of operators) {
          const q = `${word} ${operator}`.trim();
          const all = crowd.filter(t => mayBeSeen(t) && holds(word)(t) && fits(t)).sort(newestFirst);
          const seen: string[] = [];
          let after: string | undefined;
          do {
            const asked = { q, section: 'tickets', after, limit: 333, exact: 'yes' } as const;
            const page = await ask(as, ctx => searchFor(ctx, desk.secrets, asked));
            seen.push(...ids(page.tickets));
            after = page.next ?? undefined;
            const { count, isMore } = page.counts.tickets;
            if (isMore) expect([who, q, count <= Math.min(all.length, 1_000)]).toEqual([who, q, true]);
            else expect([who, q, count]).toEqual([who, q, all.length]);
          } while (after);
          expect([who, q, seen]).toEqual([who, q, ids(all)]);
        }
  }, 120_000);

  /** Filters of a list beside what fits them. */
  const filters = (): [object, Fits][] => [
    [{}, () => true],
    [{ priority: 'high' }, t => t.priority === 'high'],
    [
      { assignee: world.nina, folder: folders[2] },
      t => t.assignee_id === world.nina && t.folder_id === folders[2],
    ],
    [{ assignee: ['nobody', 'me'] }, t => t.assignee_id === null || t.assignee_id === world.karim],
    [{ tag: tags[1] }, t => t.tags.includes(tags[1]!)],
    [{ tag: tags[0], escalated: 'yes' }, t => t.tags.includes(tags[0]!) && t.escalation_level > 0],
    [{ status: 'pending', folder: folders[0] }, t => t.status === 'pending' && t.folder_id === folders[0]],
  ];

  it('LIV-18 LUM-36 lists hold, page by page, all that fit, in their order', async () => {
    for (const [who, as, mayBeSeen] of readers())
      for (const view of ['inbox', 'all', 'closed'] as const)
        for (const [filter, fits] of filters())
          for (const word of [undefined, 'partout', 'parfois']) {
            const isOfView: Fits = t => statusesOfView[view]?.includes(t.status) ?? true;
            const all = crowd.filter(
              t => mayBeSeen(t) && isOfView(t) && fits(t) && (!word || holds(word)(t)),
            );
            const query = ticketRoutes.list.query!.parse({ view, ...filter, q: word });
            const seen: string[] = [];
            let after: string | undefined;
            do {
              const asked = { ...query, after, limit: 777 };
              const page = await ask(as, ctx => listTickets(ctx, asked, ticketIdsMatching));
              seen.push(...ids(page.tickets));
              after = page.next ?? undefined;
            } while (after);
            const inOrder = ids(all.sort(word ? newestFirst : longestWaiting));
            expect([who, view, filter, word, seen]).toEqual([who, view, filter, word, inOrder]);
          }
  }, 120_000);

  it('LUM-14 LUM-36 counts tell all that fit, or at least so many', async () => {
    const named = Object.fromEntries(
      (['inbox', 'all', 'closed'] as const).flatMap(view =>
        filters().flatMap(([filter, fits], n) =>
          [undefined, 'partout', 'parfois'].map(word => [
            `${view} ${n} ${word ?? ''}`,
            { query: ticketRoutes.list.query!.parse({ view, ...filter, q: word }), view, fits, word },
          ]),
        ),
      ),
    );
    const views = await velo.run(world.karim, async ctx => {
      const made: [string, string][] = [];
      for (const [name, { query }] of Object.entries(named)) {
        const saved = await addView(ctx, { name, visibility: 'private', teamId: null, query });
        made.push([saved.id, name]);
      }
      return made;
    });
    for (const [who, as, mayBeSeen] of readers()) {
      const counts = await ask(as, ctx => countTickets(ctx, ticketIdsMatching));
      const seen = crowd.filter(mayBeSeen);
      const cut = (tickets: Member[]) => Math.min(1_000, tickets.length);
      expect(counts.views.inbox).toBe(cut(seen.filter(t => statusesOfView.inbox!.includes(t.status))));
      expect(counts.views.mine).toBe(
        cut(seen.filter(t => t.assignee_id === world.karim && statusesOfView.mine!.includes(t.status))),
      );
      for (const folder of folders)
        expect(counts.folders[folder]).toBe(
          cut(seen.filter(t => t.folder_id === folder && statusesOfView.inbox!.includes(t.status))),
        );
      for (const [id, name] of views) {
        const { view, fits, word } = named[name]!;
        const isOfView: Fits = t => statusesOfView[view]?.includes(t.status) ?? true;
        const all = seen.filter(t => isOfView(t) && fits(t) && (!word || holds(word)(t)));
        const { count, isMore } = counts.saved[id]!;
        if (isMore) expect([who, name, count <= all.length]).toEqual([who, name, true]);
        else expect([who, name, count]).toEqual([who, name, all.length]);
      }
    }
  }, 120_000);

  it('QCX-11 LUM-36 the board tells each column’s number, load and longest wait, or at least so many, and its first cards', async () => {
    for (const [who, as, mayBeSeen] of readers())
      for (const [filter, fits] of filters())
        for (const word of [undefined, 'partout', 'parfois']) {
          const asked = boardRoutes.board.query!.parse({ ...filter, q: word, limit: 20 });
          const { columns } = await ask(as, ctx => boardOf(ctx, asked, ticketIdsMatching));
          expect(columns.map(column => column.name)).toEqual([...boardColumns]);
          for (const column of columns) {
            const isOfColumn: Fits = t =>
              columnOf({ status: t.status, escalationLevel: t.escalation_level }) === column.name;
            const all = crowd
              .filter(t => mayBeSeen(t) && isOfColumn(t) && fits(t) && (!word || holds(word)(t)))
              .sort(word ? newestFirst : longestWaiting);
            const at = [who, filter, word, column.name];
            const shown = ids(column.tickets);
            expect([...at, shown]).toEqual([...at, ids(all.slice(0, shown.length))]);
            if (shown.length < Math.min(20, all.length))
              expect([...at, column.next]).not.toEqual([...at, null]);
            if (column.isMore) {
              expect([...at, column.count <= all.length]).toEqual([...at, true]);
              continue;
            }
            const waits = all.flatMap(t => t.waiting_since?.getTime() ?? []);
            const oldest = waits.length > 0 ? new Date(Math.min(...waits)).toISOString() : null;
            expect([...at, column.count, column.oldestWaitingSince]).toEqual([...at, all.length, oldest]);
            for (const { agentId, count } of column.agents)
              expect([...at, agentId, count]).toEqual([
                ...at,
                agentId,
                all.filter(t => t.assignee_id === agentId).length,
              ]);
          }
        }
  }, 120_000);
});
