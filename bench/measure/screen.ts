// The first screen: what the app asks for when it opens, all at once. Floor: the bare statements behind it, one by one.
import { type Outcome, outcomeOf } from '../outcome.ts';
import type { Desk } from '../product/desk.ts';
import { compare } from '../sampling.ts';
import { active, pageSql } from './row-sql.ts';

const requests = ['/desk', '/tickets?view=inbox', '/tickets/counts'];

const views = [
  active,
  `${active} and assignee_id = $2`,
  `status in ('new', 'open')`,
  `status = 'pending'`,
  `status in ('resolved', 'closed')`,
  'true',
];
const upTo = (where: string) =>
  `(select count(*) from (select from tickets where workspace_id = $1 and ${where} limit 9999) x)`;

const statements: { name: string; text: string; isMine?: boolean }[] = [
  { name: 'screen list', text: pageSql(active), isMine: true },
  { name: 'screen counts', text: `select ${views.map(upTo).join(', ')}`, isMine: true },
  {
    name: 'screen folder counts',
    text: `select f.id, (select count(*) from (select from tickets t where t.workspace_id = f.workspace_id
      and t.folder_id = f.id and ${active} limit 9999) x) from folders f where f.workspace_id = $1`,
  },
  { name: 'screen workspace', text: 'select * from workspaces where workspace_id = $1' },
  { name: 'screen me', text: 'select * from agents where workspace_id = $1 and id = $2', isMine: true },
  {
    name: 'screen agents',
    text: 'select id, name, email, role, disabled_at from agents where workspace_id = $1',
  },
  {
    name: 'screen teams',
    text: `select t.id, t.name, array(select agent_id from team_members m
      where m.workspace_id = t.workspace_id and m.team_id = t.id) from teams t where workspace_id = $1`,
  },
  { name: 'screen folders', text: 'select id, name, is_default from folders where workspace_id = $1' },
  { name: 'screen tags', text: 'select id, name, colour from tags where workspace_id = $1' },
  { name: 'screen mailboxes', text: 'select count(*) from mailboxes where workspace_id = $1' },
];

/** Measures the set of the first screen's requests, each on a connection of its own as a browser would have it. */
export async function measureScreen(desk: Desk): Promise<Outcome[]> {
  const agents = await Promise.all(requests.map(() => desk.connect()));
  const { workspaceId, agentId, sql } = desk;
  const times = await compare(
    () => Promise.all(requests.map((path, index) => agents[index]!.ask({ path }))),
    async () => {
      for (const { name, text, isMine } of statements)
        await sql.query({ name, text, values: isMine ? [workspaceId, agentId] : [workspaceId] });
    },
    { rounds: 200, warmUp: 30 },
  );
  for (const agent of agents) agent.close();
  const given = { what: 'first screen (desk, list, counts)', tickets: desk.tickets, unit: 'ms' as const };
  return [outcomeOf({ ...given, ...times }, { ratioAtMost: 2 })];
}
