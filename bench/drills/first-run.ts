import type { Desk } from '../../e2e/support/desk.ts';

export const administrator = {
  name: 'Drill',
  email: 'drill@desk.example',
  password: 'a password for drills',
};

/** The signed-in administrator of a fresh desk. */
export interface Administrator {
  /** The workspace's name in addresses. */
  slug: string;
  /** Sends a request below /api and gives the JSON of the answer. @throws when it is refused */
  ask<T = unknown>(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object): Promise<T>;
}

/** Does the first run of a fresh desk over its API and adds a mailbox: `imap` where it is to be fetched. */
export async function firstRun(
  desk: Desk,
  address: string,
  imap: object | null = null,
): Promise<Administrator> {
  const admin = await setUp(desk);
  const mailbox = { name: 'Drill', address, imap, smtp: null, language: 'en', acknowledges: false };
  await admin.ask('POST', `/w/${admin.slug}/mailboxes`, mailbox);
  return admin;
}

/** Does the first run of a fresh desk over its API, without any mailbox. */
export async function setUp(desk: Desk): Promise<Administrator> {
  const token = new URL(desk.setupLink!).searchParams.get('token');
  const signedIn = await request(desk, 'POST', '/setup', {
    token,
    workspaceName: 'Drill',
    language: 'en',
    brandColour: '#0b7285',
    ...administrator,
  });
  const { csrfToken, workspaces } = (await signedIn.json()) as {
    csrfToken: string;
    workspaces: { slug: string }[];
  };
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
  return {
    slug: workspaces[0]!.slug,
    async ask<T>(method: string, path: string, body?: object) {
      const answer = await request(desk, method, path, body, { cookie, 'x-csrf-token': csrfToken });
      return (answer.status === 204 ? null : await answer.json()) as T;
    },
  };
}

async function request(
  desk: Desk,
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Response> {
  const response = await fetch(new URL(`/api${path}`, desk.url), {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}
