import type { Desk } from '../../e2e/support/desk.ts';

const administrator = { name: 'Drill', email: 'drill@desk.example', password: 'a password for drills' };

/** Does the first run of a fresh desk over its API and adds a mailbox: `imap` where it is to be fetched. */
export async function firstRun(desk: Desk, address: string, imap: object | null = null): Promise<void> {
  const token = new URL(desk.setupLink!).searchParams.get('token');
  const setUp = await post(desk, '/api/setup', {
    token,
    workspaceName: 'Drill',
    language: 'en',
    brandColour: '#0b7285',
    ...administrator,
  });
  const { csrfToken, workspaces } = (await setUp.json()) as {
    csrfToken: string;
    workspaces: { slug: string }[];
  };
  const cookie = setUp.headers.get('set-cookie')!.split(';')[0]!;
  const mailbox = { name: 'Drill', address, imap, smtp: null, language: 'en', acknowledges: false };
  await post(desk, `/api/w/${workspaces[0]!.slug}/mailboxes`, mailbox, { cookie, 'x-csrf-token': csrfToken });
}

async function post(
  desk: Desk,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> {
  const response = await fetch(new URL(path, desk.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}
