// An agent at the desk under measure, and the bare database beside it.
import pg from 'pg';
import { startPostgres } from '../../server/platform/postgres/index.ts';
import { benchAgent, deskName } from '../build/frame.ts';
import { type Connection, openConnection, type Reply, type Request } from './http-client.ts';
import { type Program, startProgram } from './program.ts';

export interface Desk {
  tickets: number;
  program: Program;
  workspaceId: string;
  /** The workspace's name in addresses. */
  slug: string;
  agentId: string;
  /** The owner's own connection for the floors: no pool, no row-level security. */
  sql: pg.Client;
  ownerUrl: string;
  /** Where a browser finds the desk, and the cookie that it is signed in with. */
  appUrl: string;
  cookie: string;
  /** Opens one more connection as the signed-in agent. */
  connect(): Promise<Agent>;
  close(): Promise<void>;
}

export interface Agent {
  /** Sends a request below the workspace's address. @throws when it is refused */
  ask(request: Request): Promise<Reply>;
  close(): void;
}

/** A connection is changed for another, of another address, before the server would count too many requests. */
const requestsPerConnection = 1_000;

/** Starts the product, the built program `main`, over a built workspace and signs in. */
export async function openDesk(main: string, dataDir: string, tickets: number): Promise<Desk> {
  const program = await startProgram(main, dataDir);
  const log = { info() {}, warn: (message: string) => console.error(message) };
  const postgres = await startPostgres({ dataDir, log });
  const sql = new pg.Client({ connectionString: postgres.url });
  await sql.connect();
  const { rows } = await sql.query<{ workspace_id: string; agent_id: string }>(
    `select b.workspace_id, a.id as agent_id from bench.built b join agents a using (workspace_id) where a.email = $1`,
    [benchAgent.email],
  );
  const { headers, slug } = await signIn(program.ports.http);
  return {
    tickets,
    program,
    workspaceId: rows[0]!.workspace_id,
    slug,
    agentId: rows[0]!.agent_id,
    sql,
    ownerUrl: postgres.url,
    appUrl: `http://127.0.0.1:${program.ports.http}/w/${slug}`,
    cookie: headers.cookie!,
    connect: () => openAgent(program.ports.http, headers, `/api/w/${slug}`),
    async close() {
      await sql.end();
      await program.stop();
      await postgres.stop();
    },
  };
}

async function signIn(port: number): Promise<{ headers: Record<string, string>; slug: string }> {
  const connection = await openConnection(port);
  const reply = await connection.send({ method: 'POST', path: '/api/session', body: benchAgent });
  connection.close();
  if (reply.status !== 200) throw new Error(`sign-in: ${reply.status} ${reply.body}`);
  const { csrfToken, workspaces } = JSON.parse(reply.body) as {
    csrfToken: string;
    workspaces: { slug: string; name: string }[];
  };
  const cookie = reply.headers.get('set-cookie')!.split(';')[0]!;
  const { slug } = workspaces.find(workspace => workspace.name === deskName)!;
  return { headers: { cookie, 'x-csrf-token': csrfToken }, slug };
}

async function openAgent(port: number, headers: Record<string, string>, base: string): Promise<Agent> {
  let connection: Connection = await openConnection(port, headers);
  let sent = 0;
  return {
    async ask(request) {
      if (++sent % requestsPerConnection === 0) {
        connection.close();
        connection = await openConnection(port, headers);
      }
      const reply = await connection.send({ ...request, path: base + request.path });
      if (reply.status >= 300)
        throw new Error(`${request.path}: ${reply.status} ${reply.body.slice(0, 300)}`);
      return reply;
    },
    close: () => connection.close(),
  };
}
