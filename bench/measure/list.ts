// The list endpoint, view by view. Floor: one prepared select of the same rows.
import { type Outcome, outcomeOf } from '../outcome.ts';
import type { Agent, Desk } from '../product/desk.ts';
import { compare } from '../sampling.ts';
import { active, pageSql } from './row-sql.ts';

interface View {
  name: string;
  query: string;
  where: string;
  order?: string;
  more?: unknown[];
}

const byRecency = 'last_message_at desc, id desc';
const pagesDown = 8;

/** Measures the first page of the views that are opened most, and one further down. */
export async function measureList(desk: Desk): Promise<Outcome[]> {
  const agent = await desk.connect();
  const outcomes: Outcome[] = [];
  for (const view of [...(await views(desk)), await furtherDown(agent)]) {
    const statement = { name: `list ${view.name}`, text: pageSql(view.where, view.order) };
    const values = [desk.workspaceId, desk.agentId, ...(view.more ?? [])];
    const times = await compare(
      () => agent.ask({ path: `/tickets?${view.query}` }),
      () => desk.sql.query({ ...statement, values }),
      { rounds: 400, warmUp: 50 },
    );
    outcomes.push(
      outcomeOf({ what: statement.name, tickets: desk.tickets, unit: 'ms', ...times }, { ratioAtMost: 2 }),
    );
  }
  agent.close();
  return outcomes;
}

async function views(desk: Desk): Promise<View[]> {
  const { rows } = await desk.sql.query<{ id: string }>(
    'select id from folders where workspace_id = $1 and not is_default limit 1',
    [desk.workspaceId],
  );
  const folder = rows[0]!.id;
  return [
    { name: 'inbox', query: 'view=inbox', where: active },
    { name: 'mine', query: 'view=mine', where: `${active} and assignee_id = $2` },
    {
      name: 'folder',
      query: `view=inbox&folder=${folder}`,
      where: `${active} and folder_id = $3`,
      more: [folder],
    },
    { name: 'closed', query: 'view=closed', where: `status in ('resolved', 'closed')` },
    { name: 'all, recent first', query: 'view=all&sort=recent', where: 'true', order: byRecency },
  ];
}

/** The inbox after some pages, as somebody sees it who scrolls. */
async function furtherDown(agent: Agent): Promise<View> {
  let after = '';
  for (let page = 1; page < pagesDown; page++) {
    const { body } = await agent.ask({ path: `/tickets?view=inbox${after && `&after=${after}`}` });
    after = JSON.parse(body).next;
  }
  const [rank, id] = after.split('.');
  const where = `${active} and (queue_rank, id) > ($3::bigint, $4::uuid)`;
  return { name: `inbox, page ${pagesDown}`, query: `view=inbox&after=${after}`, where, more: [rank, id] };
}
