// For the tests of this room: its endpoints over HTTP, browsers that keep their cookie, and workspaces to try things in.
import { randomInt } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { Role } from '../../../contract/rights.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { systemActor } from '../../platform/db/index.ts';
import { buildHttp, cookieName, type Http, type Mount } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import type { TestDesk } from '../../testing/desk.ts';
import { makeWorkspace } from '../workspaces/index.ts';
import { addAgent } from './add-agent.ts';
import { openDoors } from './doors.ts';
import { hashPassword } from './passwords.ts';
import { mountPeople } from './people-routes.ts';
import { mountSession } from './session-routes.ts';

export const password = 'correct horse battery';
const hashed = hashPassword(password);

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of it
  body: any;
  cookie: string;
  retryAfter: string | undefined;
}

export type Browser = ReturnType<ReturnType<typeof useApp>['browser']>;

/** To be called at the top of a test file, after useDesk(). */
export function useApp(desk: TestDesk) {
  let http: Http;
  beforeAll(async () => {
    const { log, config, database, secrets } = desk;
    http = await buildHttp({ log, trustsProxy: false, publicUrl: config.publicUrl, version: 'test' });
    const door = { doors: openDoors(desk), secrets, publicUrl: config.publicUrl };
    const mount: Mount = { app: http, database, door };
    mountSession(mount, desk, '1.2.3');
    mountPeople(mount, desk);
  });
  afterAll(() => http?.close());

  /** A browser with a network address of its own. */
  function browser(address = `10.${randomInt(250)}.${randomInt(250)}.${randomInt(250)}`, device = '') {
    const state = { token: '', csrf: '' };
    async function call(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object) {
      const answer = await http.inject({
        method,
        url: `/api${path}`,
        remoteAddress: address,
        headers: { 'x-csrf-token': state.csrf, 'user-agent': device },
        cookies: state.token ? { [cookieName(desk.config.publicUrl)]: state.token } : {},
        ...(body && { payload: body }),
      });
      const cookie = answer.cookies[0];
      if (cookie) state.token = cookie.value;
      const json = answer.body ? answer.json() : undefined;
      if (json?.csrfToken) state.csrf = json.csrfToken;
      return {
        status: answer.statusCode,
        body: json,
        cookie: String(answer.headers['set-cookie'] ?? ''),
        retryAfter: answer.headers['retry-after'],
      } as Answer;
    }
    const signIn = (email: string, secret = password) =>
      call('POST', '/session', { email, password: secret });
    return { state, address, call, signIn };
  }

  return { browser };
}

export interface Place {
  id: string;
  slug: string;
  /** E-mail address and ids of the administrator. */
  email: string;
  agentId: string;
  /** Runs as the administrator. */
  run<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
}

/** A fresh workspace with one administrator, whose password is `password`. */
export async function makePlace(desk: TestDesk, email = `${newId()}@people.example`): Promise<Place> {
  let agentId = '';
  const passwordHash = await hashed;
  const { id, slug } = await makeWorkspace(
    desk.database,
    { name: `Desk ${newId()}`, language: 'fr', brandColour: '#225577' },
    async ctx => {
      agentId = await addAgent(ctx, {
        name: 'Ada',
        email,
        role: 'administrator',
        language: 'fr',
        passwordHash,
      });
    },
  );
  const actor = { type: 'agent', id: agentId, via: 'app' } as const;
  return { id, slug, email, agentId, run: work => desk.database.run({ workspaceId: id, actor }, work) };
}

/** One more agent of a workspace, whose password is `password`. */
export async function makeAgent(desk: TestDesk, place: Place, role: Role = 'agent') {
  const email = `${newId()}@people.example`;
  const passwordHash = await hashed;
  const scope = { workspaceId: place.id, actor: systemActor('test') };
  const id = await desk.database.run(scope, ctx =>
    addAgent(ctx, { name: 'Bob', email, role, language: 'en', passwordHash }),
  );
  return { id, email };
}

/** The links mailed for a purpose to an address, the newest last. */
export async function linksTo(
  desk: TestDesk,
  place: Place,
  purpose: 'reset' | 'invitation',
  recipient: string,
): Promise<{ link: URL; token: string; content: Record<string, unknown> }[]> {
  const rows = await place.run(ctx =>
    ctx.tx
      .selectFrom('deliveries')
      .select('content')
      .where('workspace_id', '=', place.id)
      .where('purpose', '=', purpose)
      .where('recipient', '=', recipient)
      .orderBy('id')
      .execute(),
  );
  return rows.map(({ content }) => {
    const sealed = Buffer.from(String(content.sealedLink), 'base64');
    const link = new URL(desk.secrets.unseal(sealed, `${place.id}/deliveries.content/${purpose}`));
    return { link, token: link.searchParams.get('token') ?? '', content };
  });
}

/** A refusal without the id that differs from request to request. */
export function refusalOf({ status, body }: Answer) {
  const { requestId: _, ...rest } = body;
  return { status, ...rest };
}
