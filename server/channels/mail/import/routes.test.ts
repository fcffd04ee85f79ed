import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailOf, mboxOf } from '../../../testing/archives.ts';
import { type Browser, openBrowser } from '../../../testing/browser.ts';
import { useDesk } from '../../../testing/desk.ts';
import { drain } from '../../../testing/drain.ts';
import { makeWorld, type World } from '../../../testing/world.ts';
import { addMailbox, stopMailTasks } from '../index.ts';

const desk = useDesk();
let world: World;
let mailboxId: string;
let lea: Browser;

beforeAll(async () => {
  world = await makeWorld(desk);
  lea = await openBrowser(desk, 'lea@velo.example');
  mailboxId = await world.velo.run(null, async ctx => {
    const rest = {
      folderId: null,
      teamId: null,
      acknowledges: true,
      usesPlusAddress: false,
      isEnabled: true,
    };
    const box = {
      name: 'Support',
      address: 'support@velo.example',
      imap: null,
      smtp: null,
      language: 'fr',
    } as const;
    return (await addMailbox(ctx, desk.secrets, { ...box, ...rest })).id;
  });
});
afterAll(async () => {
  await lea?.close();
  await stopMailTasks(desk);
});

describe('issue 4 point 10: the door of an import', () => {
  it('an administrator sends an archive up and gets its report; a mailbox of others is not found', async () => {
    const base = `/api/w/${world.velo.slug}`;
    const send = (query: string) => {
      const archive = mboxOf([mailOf({ id: 'h1', from: 'h@client.example', day: 2 })]);
      const payload = `--xyz\r\ncontent-disposition: form-data; name="file"; filename="old.mbox"\r\ncontent-type: application/mbox\r\n\r\n${archive}\r\n--xyz--\r\n`;
      return lea.send('POST', `${base}/imports?${query}`, Buffer.from(payload), {
        'content-type': 'multipart/form-data; boundary=xyz',
      });
    };
    expect((await send(`mailboxId=${world.karim}&closes=all`)).status).toBe(404);
    const begun = await send(`mailboxId=${mailboxId}&closes=all`);
    expect([begun.status, begun.body.state, begun.body.name]).toEqual([200, 'reading', 'old.mbox']);
    await drain(desk);
    const { body } = await lea.send('GET', `${base}/imports`);
    expect(body.imports[0]).toMatchObject({ id: begun.body.id, state: 'done', read: 1, tickets: 1 });
    const skipped = await lea.send('GET', `${base}/imports/${begun.body.id}/skipped`);
    expect(skipped.body).toEqual({ mails: [], hasMore: false });
  });
});
