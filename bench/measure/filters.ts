// Lists with many filters, and the counts of saved views. Floor: the bare select or the bare counts, by the owner.
import { type Outcome, outcomeOf } from '../outcome.ts';
import type { Agent, Desk } from '../product/desk.ts';
import { compare } from '../sampling.ts';
import { active, pageSql } from './row-sql.ts';

const rounds = { rounds: 200, warmUp: 30 };
const aim = { below: 50 } as const;

interface Ids {
  folder: string;
  team: string;
  type: string;
  segment: string;
  tag: string;
  organisation: string;
}

/** Measures three lists of five filters: of one agent, of an organisation, and of what is rare among all tickets. */
export async function measureFilters(desk: Desk): Promise<Outcome[]> {
  const ids = await idsOf(desk);
  const agent = await desk.connect();
  const outcomes: Outcome[] = [];
  for (const { name, query, where } of lists(ids)) {
    const times = await compare(
      () => agent.ask({ path: `/tickets?${query}` }),
      () => desk.sql.query({ name, text: pageSql(where), values: [desk.workspaceId, desk.agentId] }),
      rounds,
    );
    outcomes.push(outcomeOf({ what: name, tickets: desk.tickets, unit: 'ms', ...times }, aim));
  }
  outcomes.push(await measureCounts(desk, agent, ids));
  agent.close();
  return outcomes;
}

function lists(ids: Ids): { name: string; query: string; where: string }[] {
  const tagged = `exists (select from ticket_tags g where g.workspace_id = t.workspace_id and g.ticket_id = t.id and g.tag_id = '${ids.tag}')`;
  return [
    {
      name: 'list of five filters, mine',
      query: `view=inbox&assignee=me&folder=${ids.folder}&type=${ids.type}&priority=medium&tag=${ids.tag}`,
      where: `${active} and assignee_id = $2 and folder_id = '${ids.folder}' and type_id = '${ids.type}' and priority = 'medium' and ${tagged}`,
    },
    {
      name: 'list of five filters, an organisation',
      query: `view=all&organisation=${ids.organisation}&status=closed&type=${ids.type}&priority=medium&channel=mail`,
      where: `organisation_id = '${ids.organisation}' and status = 'closed' and type_id = '${ids.type}' and priority = 'medium' and channel = 'mail'`,
    },
    {
      name: 'list of five filters, rare among all',
      query: `view=all&segment=${ids.segment}&team=${ids.team}&type=${ids.type}&priority=low&channel=agent&tag=${ids.tag}`,
      where: `segment_id = '${ids.segment}' and team_id = '${ids.team}' and type_id = '${ids.type}' and priority = 'low' and channel = 'agent' and ${tagged}`,
    },
  ];
}

/** Twelve saved views, as an agent may have them; they are deleted afterwards. */
async function measureCounts(desk: Desk, agent: Agent, ids: Ids): Promise<Outcome> {
  const queries = [
    { view: 'inbox', priority: ['high'] },
    { view: 'inbox', team: [ids.team] },
    { view: 'unanswered', assignee: ['nobody'] },
    { view: 'unanswered', age: 'red' },
    { view: 'mine', status: ['open'] },
    { view: 'inbox', tag: [ids.tag] },
    { view: 'inbox', escalated: 'yes' },
    { view: 'inbox', segment: [ids.segment], type: [ids.type] },
    { view: 'all', organisation: [ids.organisation] },
    { view: 'closed', type: [ids.type], priority: ['low'] },
    { view: 'inbox', unread: 'yes' },
    { view: 'inbox', folder: [ids.folder], assignee: ['me'], priority: ['medium'] },
  ];
  const made: string[] = [];
  for (const [n, query] of queries.entries()) {
    const body = { name: `Bench ${n}`, visibility: 'private', query };
    const { id } = JSON.parse((await agent.ask({ method: 'POST', path: '/views', body })).body) as {
      id: string;
    };
    made.push(id);
  }
  try {
    const times = await compare(
      () => agent.ask({ path: '/tickets/counts' }),
      () => desk.sql.query('select 1'),
      rounds,
    );
    const given = { what: 'counts of all views, 12 saved ones', tickets: desk.tickets, unit: 'ms' as const };
    return outcomeOf({ ...given, ...times }, aim);
  } finally {
    for (const id of made) await agent.ask({ method: 'DELETE', path: `/views/${id}` });
  }
}

async function idsOf(desk: Desk): Promise<Ids> {
  const { rows } = await desk.sql.query<Ids>(
    `select (select id from folders where workspace_id = $1 and not is_default order by id limit 1) as folder,
       (select id from teams where workspace_id = $1 order by id limit 1) as team,
       (select id from ticket_types where workspace_id = $1 order by id limit 1) as type,
       (select id from segments where workspace_id = $1 order by id limit 1) as segment,
       (select id from tags where workspace_id = $1 order by id limit 1) as tag,
       (select id from organisations where workspace_id = $1 order by id limit 1) as organisation`,
    [desk.workspaceId],
  );
  return rows[0]!;
}
