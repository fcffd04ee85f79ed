// S1 S7: what an agent passes on is the customer's.
import { beforeAll, describe, expect, it } from 'vitest';
import { useDesk } from '../../../testing/desk.ts';
import { drain } from '../../../testing/drain.ts';
import { makeWorld, type World } from '../../../testing/world.ts';
import { addMailbox } from '../index.ts';
import { type Prover, unproved } from '../proof/index.ts';
import { writeBatch } from './raw-batch.ts';

const desk = useDesk();
const support = 'support@velo.example';
let world: World;
let mailboxId: string;
beforeAll(async () => {
  world = await makeWorld(desk);
  const rest = { folderId: null, teamId: null, acknowledges: true, usesPlusAddress: false, isEnabled: true };
  const box = { name: 'Support', address: support, imap: null, smtp: null, language: 'fr' as const, ...rest };
  mailboxId = (await world.velo.run(null, ctx => addMailbox(ctx, desk.secrets, box))).id;
});

let count = 0;
async function forward({
  from = 'Karim <karim@velo.example>',
  verdict = 'pass' as 'pass' | 'fail' | 'unknown',
  top = 'Peux-tu t’en occuper ? Elle est pressée.',
  original = 'Anne Martin <Anne@Client.example>',
} = {}) {
  count++;
  const raw = Buffer.from(
    [
      `From: ${from}`,
      `To: ${support}`,
      'Subject: Fwd: Le frein',
      `Message-ID: <forward${count}@velo.example>`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      top,
      '',
      '---------- Forwarded message ---------',
      `From: ${original}`,
      'Date: Mon, Mar 2, 2026 at 10:15 AM',
      'Subject: Le frein',
      'To: <karim@velo.example>',
      '',
      '',
      'Bonjour Karim, le frein grince.',
      '',
      'Anne',
      '',
    ].join('\r\n'),
  );
  const address = /<(.*)>/.exec(from)![1]!;
  await writeBatch(desk, [
    {
      workspaceId: world.velo.id,
      mailboxId,
      source: 'lmtp',
      envelopeFrom: address,
      envelopeTo: support,
      raw,
    },
  ]);
  const prover: Prover = {
    prepare: () => {},
    prove: async () => ({ ...unproved, verdict }),
    close: () => {},
  };
  await drain(desk, { prover });
  return world.velo.run(null, async ctx => {
    const mail = await ctx.tx
      .selectFrom('raw_mails')
      .selectAll()
      .where('message_id', '=', `<forward${count}@velo.example>`)
      .executeTakeFirstOrThrow();
    const ticket = await ctx.tx
      .selectFrom('tickets')
      .selectAll()
      .where('id', '=', mail.ticket_id)
      .executeTakeFirstOrThrow();
    const messages = await ctx.tx
      .selectFrom('messages')
      .selectAll()
      .where('ticket_id', '=', ticket.id)
      .orderBy('id')
      .execute();
    const sent = await ctx.tx
      .selectFrom('deliveries')
      .select(['purpose', 'recipient'])
      .where('ticket_id', '=', ticket.id)
      .execute();
    return { mail, ticket, messages, sent };
  });
}

describe('a mail that an agent forwards to the desk', () => {
  it('opens the ticket of who wrote it, with their words; the agent’s own are a note, and nobody gets a mail', async () => {
    const { mail, ticket, messages, sent } = await forward();
    expect(ticket).toMatchObject({
      requester_name: 'Anne Martin',
      requester_email: 'anne@client.example',
      subject: 'Le frein',
      status: 'new',
      hint: null,
    });
    expect(messages).toMatchObject([
      { kind: 'public', author_type: 'contact', author_name: 'Anne Martin', notices: ['passed-on'] },
      { kind: 'note', author_type: 'agent', author_id: world.karim },
    ]);
    expect(messages[0]!.text).toBe('Bonjour Karim, le frein grince.\n\nAnne');
    expect(messages[1]!.text).toBe('Peux-tu t’en occuper ? Elle est pressée.');
    expect(mail.arrival).toMatchObject({ how: 'passed-on', acknowledgement: 'passed-on' });
    expect(sent).toEqual([]);
  });

  it('without words of the agent there is no note', async () => {
    const { messages } = await forward({ top: '' });
    expect(messages.map(message => message.kind)).toEqual(['public']);
  });

  it.each<[string, Parameters<typeof forward>[0]]>([
    ['of an agent who is not proved to have sent it', { verdict: 'unknown' }],
    ['in the name of an agent', { verdict: 'fail' }],
    ['of anybody else', { from: 'Mallory <mallory@evil.example>' }],
    ['about a colleague', { original: 'Nina <nina@velo.example>' }],
    ['about the desk itself', { original: `Support <${support}>` }],
  ])('S1 a forward %s opens a ticket of its sender, and its inner address gets nothing', async (_name, change) => {
    const { ticket, sent } = await forward(change);
    expect(ticket.requester_email).toBe(/<(.*)>/.exec(change?.from ?? 'Karim <karim@velo.example>')![1]);
    expect(sent.filter(mail => mail.recipient === 'anne@client.example')).toEqual([]);
  });
});
