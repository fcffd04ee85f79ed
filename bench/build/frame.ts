// What tickets stand in: the workspace, its agents, folders, teams, tags and mailbox.
import type pg from 'pg';
import { addAgent, closeFirstRun, hashPassword } from '../../server/desk/people/index.ts';
import { makeWorkspace } from '../../server/desk/workspaces/index.ts';
import type { Ctx, Database } from '../../server/platform/db/index.ts';
import { newId } from '../../server/platform/ids/index.ts';

/** The agent whom the measurements sign in as. */
export const benchAgent = { email: 'agent-1@bench.example', password: 'measured with great care' };
/** Mail for measuring the intake goes to a workspace of its own, so that the built one stays as it was. */
export const intakeAddress = 'intake@bench.example';
export const deskName = 'Bench desk';

/** Types: the three that a workspace begins with. */
export const counts = { agents: 20, teams: 4, folders: 6, tags: 12, ticket_types: 3, segments: 4 } as const;

/** Makes the workspace to be filled, and the empty one that the measured mails go to. Gives the first one's id. */
export async function makeFrame(database: Database, owner: pg.Client): Promise<string> {
  const passwordHash = await hashPassword(benchAgent.password);
  const desk = { name: deskName, language: 'fr', brandColour: '#1f6f5c' } as const;
  const { id } = await makeWorkspace(database, desk, async ctx => {
    await closeFirstRun(ctx.tx, ctx.now);
    await addAgents(ctx, counts.agents, passwordHash);
  });
  const intake = await makeWorkspace(database, { ...desk, name: 'Bench intake' }, ctx =>
    addAgents(ctx, 1, passwordHash),
  );
  await fillCatalogues(owner, id);
  await addMailbox(owner, id, 'desk@bench.example');
  await addMailbox(owner, intake.id, intakeAddress);
  return id;
}

async function addAgents(ctx: Ctx, count: number, passwordHash: string): Promise<void> {
  for (let n = 1; n <= count; n++) {
    const role = n === 1 ? 'administrator' : 'agent';
    const email = `agent-${n}@bench.example`;
    await addAgent(ctx, { name: `Agent ${n}`, email, role, language: n % 2 ? 'fr' : 'en', passwordHash });
  }
}

async function fillCatalogues(owner: pg.Client, workspaceId: string): Promise<void> {
  const add = async (table: string, count: number, more = '', values = '') => {
    for (let n = 1; n <= count; n++) {
      await owner.query(`insert into ${table} (workspace_id, id, name${more}) values ($1, $2, $3${values})`, [
        workspaceId,
        newId(),
        `${table} ${n}`,
      ]);
    }
  };
  await add('teams', counts.teams);
  await add('segments', counts.segments);
  // The general inbox is there already.
  await add('folders', counts.folders - 1);
  await add('tags', counts.tags, ', colour', ", '#8a5a00'");
}

async function addMailbox(owner: pg.Client, workspaceId: string, address: string): Promise<void> {
  const id = newId();
  await owner.query(
    `insert into mailboxes (workspace_id, id, name, address, language) values ($1, $2, 'Bench', $3, 'fr')`,
    [workspaceId, id, address],
  );
  await owner.query(
    `insert into directory (kind, key, workspace_id, target_id) values ('address', $1, $2, $3)`,
    [address, workspaceId, id],
  );
}
