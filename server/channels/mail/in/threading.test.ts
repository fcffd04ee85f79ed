import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { queueDelivery } from '../../../platform/outbox/index.ts';
import { useDesk } from '../../../testing/desk.ts';
import { drain } from '../../../testing/drain.ts';
import { type Company, makeWorld, openByMail, type World } from '../../../testing/world.ts';
import { addMailbox } from '../index.ts';
import { loopMark } from '../out/loop-mark.ts';
import { threadToken } from '../out/thread-token.ts';
import { writeBatch } from './raw-batch.ts';

const desk = useDesk();
let world: World;
let mailboxId: string;
const support = 'support@velo.example';
const anne = 'anne@client.example';

beforeAll(async () => {
  world = await makeWorld(desk);
  mailboxId = await addBox(world.velo, support);
  await addBox(world.acme, 'help@acme.example');
});

async function addBox(company: Company, address: string) {
  const rest = { folderId: null, teamId: null, acknowledges: true, usesPlusAddress: true, isEnabled: true };
  const input = { name: address, address, imap: null, smtp: null, language: 'fr' as const, ...rest };
  const box = await company.run(null, ctx => addMailbox(ctx, desk.secrets, input));
  return box.id;
}

interface Sent {
  deliveryId: string;
  token: string;
}

/** A mail of ours about a ticket. */
async function sent(
  company: Company,
  ticketId: string,
  purpose: 'reply' | 'assignment' = 'reply',
  recipient = anne,
): Promise<Sent> {
  const deliveryId = (await company.run(null, ctx => queueDelivery(ctx, { purpose, recipient, ticketId })))!;
  return {
    deliveryId,
    token: threadToken(desk.secrets, { workspaceId: company.id, ticketId, deliveryId, recipient }),
  };
}

let count = 0;
interface Letter {
  from?: string;
  to?: string;
  headers?: string[];
  subject?: string;
  envelopeTo?: string;
  messageId?: string;
}
/** A mail that arrives at support@ and is filed. Gives what came of it. */
async function arrive({
  from = anne,
  to = support,
  headers = [],
  subject = 'Re: vélo',
  ...rest
}: Letter = {}) {
  count++;
  const messageId = rest.messageId ?? `<${count}@client.example>`;
  const head = [`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, `Message-ID: ${messageId}`, ...headers];
  const raw = Buffer.from([...head, '', `Réponse ${count}`, ''].join('\r\n'));
  const envelope = { envelopeFrom: from, envelopeTo: rest.envelopeTo ?? support };
  await writeBatch(desk, [{ workspaceId: world.velo.id, mailboxId, source: 'lmtp', ...envelope, raw }]);
  await drain(desk);
  return world.velo.run(null, async ctx => {
    const mail = await ctx.tx
      .selectFrom('raw_mails')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    const ticket = await ctx.tx
      .selectFrom('tickets')
      .selectAll()
      .where('id', '=', mail.ticket_id)
      .executeTakeFirst();
    return { mail, ticket };
  });
}

describe('S5 which ticket a mail belongs to', () => {
  let ticketId: string;
  let number: number;
  let ours: Sent;
  beforeEach(async () => {
    const opened = await openByMail(world.velo, { sender: { name: 'Anne', email: anne } });
    ({ ticketId, number } = opened);
    ours = await sent(world.velo, ticketId);
  });

  it.each<[string, (token: string) => Letter]>([
    ['In-Reply-To', token => ({ headers: [`In-Reply-To: <${token}@velo.example>`] })],
    [
      'References',
      token => ({ headers: [`References: <a@b.example> <${token}@velo.example> <c@d.example>`] }),
    ],
    ['the reply address in To', token => ({ to: `support+${token}@velo.example` })],
    [
      'the reply address in the envelope',
      token => ({ envelopeTo: `SUPPORT+${token.toUpperCase()}@velo.example` }),
    ],
  ])('LIV-30 a reply with our token in %s joins its ticket', async (_where, letter) => {
    const { ticket, mail } = await arrive(letter(ours.token));
    expect(mail).toMatchObject({ state: 'filed', ticket_id: ticketId });
    expect(ticket!.message_count).toBe(2);
  });

  it('another address of the same contact may answer', async () => {
    await world.velo.run(null, async ctx => {
      const { contact_id } = await ctx.tx
        .selectFrom('tickets')
        .select('contact_id')
        .where('id', '=', ticketId)
        .executeTakeFirstOrThrow();
      const value = `anne-${number}@home.example`;
      await ctx.tx
        .insertInto('contact_addresses')
        .values({ workspace_id: world.velo.id, kind: 'email', value, contact_id })
        .execute();
    });
    const { mail } = await arrive({
      from: `anne-${number}@home.example`,
      headers: [`In-Reply-To: <${ours.token}@x>`],
    });
    expect(mail.ticket_id).toBe(ticketId);
  });

  it('S6 a stranger with a valid token opens a new ticket, told to agents only', async () => {
    const { ticket, mail } = await arrive({
      from: 'mallory@evil.example',
      headers: [`In-Reply-To: <${ours.token}@x>`],
    });
    expect(mail.ticket_id).not.toBe(ticketId);
    expect(ticket!.hint).toEqual({ code: 'claims-reply', ticketNumber: number });
  });

  it('a forged token opens a new ticket', async () => {
    const other = ours.token[30] === 'b' ? 'c' : 'b';
    const forged = ours.token.slice(0, 30) + other + ours.token.slice(31);
    const { mail, ticket } = await arrive({ headers: [`In-Reply-To: <${forged}@x>`] });
    expect(mail.ticket_id).not.toBe(ticketId);
    expect(ticket!.hint).toEqual({ code: 'claims-reply', ticketNumber: number });
  });

  it('S18 a token of another workspace opens a new ticket and tells no number', async () => {
    const foreign = await openByMail(world.acme, { sender: { name: 'Anne', email: anne } });
    const { token } = await sent(world.acme, foreign.ticketId);
    const { ticket } = await arrive({ headers: [`In-Reply-To: <${token}@x>`] });
    expect(ticket!.hint).toEqual({ code: 'claims-reply', ticketNumber: null });
  });

  it('a number in the subject never threads; it is a hint where the ticket exists', async () => {
    const known = await arrive({ subject: `Re: [#${number}] vélo` });
    expect(known.mail.ticket_id).not.toBe(ticketId);
    expect(known.ticket!.hint).toEqual({ code: 'claims-reply', ticketNumber: number });
    const unknown = await arrive({ subject: 'Re: [#987654] vélo' });
    expect(unknown.ticket!.hint).toBe(null);
  });

  it('S7 an answer to a notice for agents is no word of the customer', async () => {
    const notice = await sent(world.velo, ticketId, 'assignment', 'karim@velo.example');
    const { mail, ticket } = await arrive({
      from: 'karim@velo.example',
      headers: [`In-Reply-To: <${notice.token}@x>`],
    });
    expect(mail.ticket_id).toBe(ticketId);
    expect(mail.arrival!.how).toBe('unverified-note');
    expect(ticket!.preview).not.toContain('Réponse');
  });

  it('S9 a mail of ours that comes back is no ticket', async () => {
    const byMark = await arrive({
      from: support,
      headers: [`X-Guichet-Loop: ${loopMark(desk.secrets, ours.deliveryId)}`],
    });
    expect(byMark.mail).toMatchObject({ state: 'own', ticket_id: null });
    const byId = await arrive({ from: support, messageId: `<${ours.token}@velo.example>` });
    expect(byId.mail).toMatchObject({ state: 'own', ticket_id: null });
  });

  it('S9 what only looks like ours is a ticket', async () => {
    const forged = await arrive({ from: support, headers: ['X-Guichet-Loop: 1234'] });
    expect(forged.mail.state).toBe('filed');
    const byPerson = await arrive({ messageId: `<${ours.token}@velo.example>` });
    expect(byPerson.mail.state).toBe('filed');
  });

  it('S9 more than 20 mails in 10 minutes are marked as a loop, and all are kept', async () => {
    for (let i = 0; i < 21; i++) await arrive({ headers: [`In-Reply-To: <${ours.token}@x>`] });
    const notices = await world.velo.run(null, ctx =>
      ctx.tx
        .selectFrom('messages')
        .select('notices')
        .where('ticket_id', '=', ticketId)
        .orderBy('id')
        .execute(),
    );
    expect(notices).toHaveLength(22);
    expect(notices[10]!.notices).toEqual([]);
    expect(notices.at(-1)!.notices).toContain('loop-suspected');
  });
});
