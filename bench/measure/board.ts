// The board and the feed, bare and narrowed. Floors: counts and first cards by status (never by escalation), and
// the newest events with their tickets, asked by the owner.
import { type Outcome, outcomeOf } from '../outcome.ts';
import type { Desk } from '../product/desk.ts';
import { compare } from '../sampling.ts';
import { pageSql } from './row-sql.ts';

const rounds = { rounds: 100, warmUp: 15 };
const aim = { below: 50 } as const;

const columns = ['new', 'open', 'pending', 'on_hold', 'resolved'];
const countsSql = `select ${columns
  .map(
    status =>
      `(select count(*) from (select from tickets where workspace_id = $1 and status = '${status}' limit 9999) x) as ${status}`,
  )
  .join(', ')}`;
const newestSql = `select e.*, t.number, t.subject, t.status, t.requester_name from events e
  join tickets t on t.workspace_id = e.workspace_id and t.id = e.ticket_id
  where e.workspace_id = $1 and $2::uuid is not null order by e.workspace_id desc, e.id desc limit 51`;

/** Measures the board (QCX-11) and the feed (QCX-10), bare and narrowed by filters. */
export async function measureBoard(desk: Desk): Promise<Outcome[]> {
  const { folder, team, agent: worker } = await idsOf(desk);
  const agent = await desk.connect();
  const outcomes: Outcome[] = [];
  const values = [desk.workspaceId, desk.agentId];
  async function measure(what: string, path: string, floor: () => Promise<unknown>): Promise<void> {
    const times = await compare(() => agent.ask({ path }), floor, rounds);
    outcomes.push(outcomeOf({ what, tickets: desk.tickets, unit: 'ms', ...times }, aim));
  }
  const bareBoard = async () => {
    await desk.sql.query({ name: 'board counts', text: countsSql, values: [desk.workspaceId] });
    for (const status of columns)
      await desk.sql.query({ name: `board ${status}`, text: pageSql(`status = '${status}'`), values });
  };
  const bareFeed = () => desk.sql.query({ name: 'feed', text: newestSql, values });
  try {
    await measure('board', '/board', bareBoard);
    await measure('board, a folder and an agent', `/board?folder=${folder}&assignee=${worker}`, bareBoard);
    await measure('feed', '/feed', bareFeed);
    await measure('feed, messages of a team', `/feed?team=${team}&kinds=messages`, bareFeed);
    await measure('feed, what one agent changed', `/feed?agent=${worker}&kinds=changes`, bareFeed);
  } finally {
    agent.close();
  }
  return outcomes;
}

async function idsOf(desk: Desk) {
  const { rows } = await desk.sql.query<{ folder: string; team: string; agent: string }>(
    `select (select id from folders where workspace_id = $1 and not is_default order by id limit 1) as folder,
       (select id from teams where workspace_id = $1 order by id limit 1) as team,
       (select id from agents where workspace_id = $1 and id <> $2 order by id limit 1) as agent`,
    [desk.workspaceId, desk.agentId],
  );
  return rows[0]!;
}
