import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { ticketRoutes } from '../../../contract/routes/tickets.ts';
import { useDesk } from '../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { reply } from '../messages/index.ts';
import { addTeam } from '../people/index.ts';
import { addFolder, addSegment, typesOf } from '../workspaces/index.ts';
import { assign } from './assignment.ts';
import { file } from './filing.ts';
import { listTickets } from './list.ts';
import { most } from './list-paths.ts';
import { markRead } from './reads.ts';
import { addTag, setTags } from './tags.ts';
import { changeTicket } from './ticket.ts';

const desk = useDesk();
let world: World;
/** Tickets by their subjects, which are the hours that they have waited. */
const ids: Record<string, string> = {};
const names: Record<string, string> = {};
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

beforeAll(async () => {
  world = await makeWorld(desk);
  const { velo, lea, karim } = world;
  for (const hours of [50, 40, 30, 20, 10, 5])
    ids[hours] = (
      await openByMail(velo, {
        at: hoursAgo(hours),
        subject: `${hours}`,
        sender: { name: 'Anne', email: `anne@${hours < 25 ? 'mairie.example' : 'gmail.com'}` },
      })
    ).ticketId;
  await velo.run(lea, async ctx => {
    names.folder = (await addFolder(ctx, 'Atelier')).id;
    names.team = (await addTeam(ctx, { name: 'Ventes', agentIds: [lea] })).id;
    names.segment = (await addSegment(ctx, { name: 'Nord', agentIds: [] })).id;
    names.type = (await typesOf(ctx))[0]!.id;
    names.red = (await addTag(ctx, { name: 'Rouge', colour: '#aa0000' })).id;
    names.blue = (await addTag(ctx, { name: 'Bleu', colour: '#0000aa' })).id;
    await setTags(ctx, ids[50]!, [names.red, names.blue]);
    await setTags(ctx, ids[40]!, [names.red]);
    await file(ctx, ids[50]!, { folderId: names.folder, typeId: names.type });
    await file(ctx, ids[40]!, { teamId: names.team, priority: 'high' });
    await file(ctx, ids[30]!, { segmentId: names.segment });
    await assign(ctx, ids[50]!, lea);
    await assign(ctx, ids[20]!, karim);
    await markRead(ctx, ids[5]!, true);
    await changeTicket(ctx, ids[10]!, () => ({
      kind: 'ticket.filed',
      facts: {},
      set: { escalation_level: 1, escalation_origin: 'manual', escalated_to: lea },
    }));
    await reply(ctx, desk.secrets, ids[30]!, { html: '<p>Oui</p>', fileIds: [], status: 'pending' });
  });
  const found = await velo.run(null, ctx =>
    ctx.tx.selectFrom('organisations').select('id').where('workspace_id', '=', velo.id).execute(),
  );
  names.organisation = found[0]!.id;
});

const list = (query: Record<string, unknown>, looksAt = most, agent = world.lea) =>
  world.velo.run(agent, ctx =>
    listTickets(ctx, ticketRoutes.list.query!.parse(query), () => sql<boolean>`true`, looksAt),
  );
const subjects = async (query: Record<string, unknown>) =>
  (await list(query)).tickets.map(ticket => ticket.subject);
/** The date on the workspace's clock, which is not UTC's for two hours a day. */
const day = (hours: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(hoursAgo(hours));

type Example = [string, () => Record<string, unknown>, string[]];

describe('a list is narrowed by', () => {
  it.each([
    ['status', () => ({ status: 'pending' }), ['30']],
    ['folder', () => ({ folder: names.folder }), ['50']],
    ['team', () => ({ team: names.team }), ['40']],
    ['no team', () => ({ team: 'none', assignee: 'me' }), ['50']],
    ['me', () => ({ assignee: 'me' }), ['50']],
    ['several agents', () => ({ assignee: [world.karim, 'me'] }), ['50', '20']],
    ['nobody', () => ({ assignee: 'nobody' }), ['40', '10', '5', '30']],
    ['a tag', () => ({ tag: names.red }), ['50', '40']],
    ['all of several tags', () => ({ tag: [names.red, names.blue] }), ['50']],
    ['type', () => ({ type: names.type }), ['50']],
    ['priority', () => ({ priority: 'high', type: 'none' }), ['40']],
    ['channel', () => ({ channel: 'phone' }), []],
    ['organisation', () => ({ organisation: names.organisation }), ['20', '10', '5']],
    ['segment', () => ({ segment: names.segment }), ['30']],
    ['escalation', () => ({ escalated: 'yes' }), ['10']],
    ['no escalation', () => ({ escalated: 'no', assignee: 'nobody' }), ['40', '5', '30']],
    ['the yellow threshold', () => ({ age: 'yellow' }), ['50', '40', '20']],
    ['the red threshold', () => ({ age: 'red' }), ['50', '40']],
    ['hours', () => ({ age: '8', assignee: 'nobody' }), ['40', '10']],
    ['what I have not read', () => ({ unread: 'yes', assignee: 'nobody' }), ['40', '10', '30']],
    ['what I have read', () => ({ unread: 'no' }), ['5']],
    ['what two agents share no', () => ({ view: 'mine', assignee: [world.karim] }), []],
  ] satisfies Example[])('%s', async (_name, query, expected) => {
    expect(await subjects({ view: 'inbox', ...query() })).toEqual(expected);
  });

  it('days of the workspace, both included', async () => {
    const found = await subjects({ view: 'all', receivedFrom: day(50), receivedTo: day(50) });
    expect(found).toContain('50');
    expect(found).not.toContain('10');
    expect(await subjects({ view: 'all', receivedTo: '2020-01-01' })).toEqual([]);
    expect(await subjects({ view: 'all', messageFrom: day(0), status: 'pending' })).toEqual(['30']);
  });

  it('everything at once', async () => {
    const five = { status: 'new', folder: names.folder, assignee: 'me', tag: names.blue, type: names.type };
    expect(await subjects({ view: 'inbox', ...five })).toEqual(['50']);
    expect(await subjects({ view: 'inbox', ...five, age: 'red', unread: 'yes', channel: 'mail' })).toEqual([
      '50',
    ]);
    expect(await subjects({ view: 'inbox', ...five, priority: 'low' })).toEqual([]);
  });

  it('one request looks at so many tickets only, and goes on where it stopped', async () => {
    for (const sort of ['waiting', 'recent']) {
      const seen: string[] = [];
      let pages = 0;
      let after: string | undefined;
      do {
        const page = await list({ view: 'all', channel: 'mail', priority: 'high', sort, after }, 2);
        seen.push(...page.tickets.map(ticket => ticket.subject));
        pages++;
        after = page.next ?? undefined;
      } while (after);
      expect([sort, seen.includes('40'), new Set(seen).size]).toEqual([sort, true, seen.length]);
      expect(pages).toBeGreaterThanOrEqual(3);
    }
  });
});
