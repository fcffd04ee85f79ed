// S6: who a reply goes to is an agent's decision; who was written to may answer.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMailbox } from '../../channels/mail/index.ts';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { incoming, makeWorld, openByMail, type World } from '../../testing/world.ts';
import { isParticipant } from '../tickets/index.ts';
import { receive } from './receive.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
beforeAll(async () => {
  world = await makeWorld(desk);
  lea = await openBrowser(desk, 'lea@velo.example');
  await world.velo.run(null, ctx =>
    addMailbox(ctx, desk.secrets, {
      name: 'Support',
      address: 'support@velo.example',
      imap: null,
      smtp: null,
      folderId: null,
      teamId: null,
      language: 'fr',
      acknowledges: false,
      usesPlusAddress: true,
      isEnabled: true,
    }),
  );
});
afterAll(() => lea?.close());

const path = (ticketId: string, rest: string) => `/api/w/${world.velo.slug}/tickets/${ticketId}/${rest}`;
const choices = async (ticketId: string) => (await lea.send('GET', path(ticketId, 'recipients'))).body;
const answer = (ticketId: string, recipients?: object) =>
  lea.send('POST', path(ticketId, 'replies'), { html: '<p>Bonjour</p>', recipients });
const mayAnswer = (ticketId: string, address: string) =>
  world.velo.run(null, ctx => isParticipant(ctx, ticketId, address));
const deliveries = async (messageId: string) => {
  const rows = await world.velo.run(null, ctx =>
    ctx.tx
      .selectFrom('deliveries')
      .select('recipient')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('message_id', '=', messageId)
      .execute(),
  );
  return rows.map(row => row.recipient).sort();
};

describe('recipients', () => {
  it('S6 addresses that a customer puts in copy are suggested, and get nothing until an agent says so', async () => {
    const { ticketId } = await openByMail(world.velo, {
      recipients: {
        to: ['Support+g1-abc@velo.example', 'lea@velo.example'],
        cc: ['Ines@client.example', 'pas une adresse'],
      },
    });
    expect(await choices(ticketId)).toMatchObject({
      to: ['anne@client.example'],
      cc: [],
      suggested: ['ines@client.example'],
    });
    const { body } = await answer(ticketId);
    expect(await deliveries(body.message.id)).toEqual(['anne@client.example']);
    expect(await mayAnswer(ticketId, 'ines@client.example')).toBe(false);
  });

  it('S5 S6 whom an agent openly wrote to may answer and stays in copy; who is in Bcc is not', async () => {
    const { ticketId } = await openByMail(world.velo);
    const first = await answer(ticketId, {
      to: ['anne@client.example'],
      cc: ['INES@client.example', 'anne@client.example'],
      bcc: ['chef@ailleurs.example', 'ines@client.example'],
    });
    expect(first.body.message).toMatchObject({
      to: ['anne@client.example'],
      cc: ['ines@client.example'],
      bcc: ['chef@ailleurs.example'],
    });
    expect(await deliveries(first.body.message.id)).toEqual([
      'anne@client.example',
      'chef@ailleurs.example',
      'ines@client.example',
    ]);
    expect(await mayAnswer(ticketId, 'Ines@client.example')).toBe(true);
    expect(await mayAnswer(ticketId, 'chef@ailleurs.example')).toBe(false);
    expect(await choices(ticketId)).toMatchObject({ cc: ['ines@client.example'], suggested: [] });
    const second = await answer(ticketId);
    expect(second.body.message.cc).toEqual(['ines@client.example']);
    // Left out once, she is not put back, but what she got she may still answer.
    await answer(ticketId, { to: ['anne@client.example'] });
    expect(await choices(ticketId)).toMatchObject({ cc: [], suggested: [] });
    expect(await mayAnswer(ticketId, 'ines@client.example')).toBe(true);
    // Another ticket is none of her business.
    const other = await openByMail(world.velo);
    expect(await mayAnswer(other.ticketId, 'ines@client.example')).toBe(false);
  });

  it('refuses the desk’s own mailboxes, nobody, too many and what is no address', async () => {
    const { ticketId } = await openByMail(world.velo);
    for (const own of ['support@velo.example', 'Support+g1-x@velo.example']) {
      const refused = await answer(ticketId, { to: ['anne@client.example'], cc: [own] });
      expect([refused.status, refused.body.error]).toEqual([422, 'recipient-is-mailbox']);
    }
    const many = Array.from({ length: 21 }, (_, i) => `a${i}@client.example`);
    for (const wrong of [{ to: [] }, { to: ['x'] }, { to: many }, { to: ['a@b.example'], cc: ['nobody'] }])
      expect((await answer(ticketId, wrong)).body.error).toBe('invalid');
  });

  it('a ticket without an address is answered once one is given', async () => {
    const { ticketId } = await openByMail(world.velo, { sender: { name: 'Anonyme', email: null } });
    expect((await answer(ticketId)).body.error).toBe('no-recipient');
    expect((await answer(ticketId, { to: ['anonyme@client.example'] })).status).toBe(200);
  });

  it('a provider that everybody uses makes nobody known, a company’s domain does', async () => {
    const { ticketId } = await openByMail(world.velo, {
      sender: { name: 'Jo', email: 'jo@gmail.com' },
      recipients: { to: [], cc: ['ines@client.example'] },
    });
    const { known } = await choices(ticketId);
    expect(known).toContain('jo@gmail.com');
    expect(known).not.toContain('@gmail.com');
    expect(known).toContain('@client.example');
    await world.velo.run(null, ctx => receive(ctx, incoming({ joins: ticketId })));
  });
});
