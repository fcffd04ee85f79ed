// S5 to S9 as a table: who writes, to which address, with what, as whom proved -> which ticket, which hint, who is told.
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptParticipants, copiedParticipants } from '../../../desk/tickets/index.ts';
import { queueDelivery } from '../../../platform/outbox/index.ts';
import { useDesk } from '../../../testing/desk.ts';
import { drain } from '../../../testing/drain.ts';
import { nameOf, type Row, rows, type Token, type Where, type Who } from '../../../testing/threading-rows.ts';
import { type Company, makeWorld, openByMail, type World } from '../../../testing/world.ts';
import { addMailbox } from '../index.ts';
import { threadToken } from '../out/thread-token.ts';
import { type Prover, unproved } from '../proof/index.ts';
import { writeBatch } from './raw-batch.ts';

const desk = useDesk();
let world: World;
const support = 'support@velo.example';

/** The sender's proof stands in the mail: looking it up is proved elsewhere. */
const prover: Prover = {
  prepare: () => {},
  prove: async raw => {
    const verdict = /^X-Proof: (\w+)/m.exec(Buffer.from(raw).toString('latin1'))?.[1];
    return { ...unproved, verdict: (verdict ?? 'unknown') as 'pass' };
  },
  close: () => {},
};

interface Case {
  numbers: { A: number; B: number };
  ids: { A: string; B: string };
  from: string;
  rawId: string;
  outcome?: Awaited<ReturnType<typeof outcomeOf>>;
}
const cases: Case[] = [];

beforeAll(async () => {
  world = await makeWorld(desk);
  const rest = { folderId: null, teamId: null, acknowledges: true, usesPlusAddress: true, isEnabled: true };
  const box = { name: 'Support', address: support, imap: null, smtp: null, language: 'fr' as const, ...rest };
  const { id: mailboxId } = await world.velo.run(null, ctx => addMailbox(ctx, desk.secrets, box));
  for (const [index, row] of rows.entries()) cases.push(await arrange(mailboxId, row, index));
  await drain(desk, { prover });
  for (const one of cases) one.outcome = await outcomeOf(one);
});

async function arrange(mailboxId: string, row: Row, index: number): Promise<Case> {
  const address = (name: string) => `${name}${index}@client.example`;
  const addresses: Record<Who, string> = {
    anne: address('anne'),
    ANNE: address('ANNE'),
    'anne at home': address('home'),
    bruno: address('bruno'),
    carl: address('carl'),
    mallory: address('mallory'),
    karim: 'karim@velo.example',
    support,
  };
  const sender = { name: 'Anne', email: addresses.anne };
  const recipients = { to: [support], cc: [addresses.carl] };
  const own = `<own${index}@client.example>`;
  const a = await openByMail(world.velo, { sender, recipients, messageId: own });
  const b = await openByMail(world.velo, { sender });
  await world.velo.run(world.lea, async ctx => {
    await acceptParticipants(ctx, a.ticketId, [addresses.bruno]);
    const { contact_id } = await ctx.tx
      .selectFrom('tickets')
      .select('contact_id')
      .where('id', '=', a.ticketId)
      .executeTakeFirstOrThrow();
    await ctx.tx
      .insertInto('contact_addresses')
      .values({ workspace_id: ctx.workspaceId, kind: 'email', value: address('home'), contact_id })
      .execute();
  });
  const token = row.token ? await tokenOf(row.token, a.ticketId, b.ticketId, addresses) : '';
  if (row.state) await bring(a.ticketId, b.ticketId, row.state);
  const at = (where: Where) => row.where?.includes(where) ?? false;
  const plus = token ? `support+${token}@velo.example` : support;
  const ids = (where: Where) => (at(where) ? `<${token}@velo.example>` : null);
  const head = [
    `From: ${addresses[row.who]}`,
    `To: ${at('to') ? plus : support}`,
    at('cc') ? `Cc: someone@else.example, ${plus}` : null,
    at('delivered-to') ? `Delivered-To: ${plus}` : null,
    `Subject: ${at('subject') ? `Re: [#${a.number}] vélo` : (row.subject ?? 'Re: vélo')}`,
    ids('in-reply-to') && `In-Reply-To: ${ids('in-reply-to')}`,
    ids('references') &&
      `References: <first@elsewhere.example> ${ids('references')} <last@elsewhere.example>`,
    at('own-id') ? `In-Reply-To: ${own}` : null,
    `Message-ID: <mail${index}@client.example>`,
    `X-Proof: ${row.proof ?? 'unknown'}`,
    ...(row.more ?? []),
  ].filter(line => line !== null);
  const raw = Buffer.from([...head, '', 'Voici ma réponse.', ''].join('\r\n'));
  const envelopeTo = at('envelope') ? plus : support;
  const envelope = { envelopeFrom: addresses[row.who], envelopeTo };
  await writeBatch(desk, [{ workspaceId: world.velo.id, mailboxId, source: 'lmtp', ...envelope, raw }]);
  const { id: rawId } = await world.velo.run(null, ctx =>
    ctx.tx
      .selectFrom('raw_mails')
      .select('id')
      .where('message_id', '=', `<mail${index}@client.example>`)
      .executeTakeFirstOrThrow(),
  );
  return {
    numbers: { A: a.number, B: b.number },
    ids: { A: a.ticketId, B: b.ticketId },
    from: addresses[row.who].toLowerCase(),
    rawId,
  };
}

async function tokenOf(kind: Token, a: string, b: string, addresses: Record<Who, string>): Promise<string> {
  const sent = async (
    company: Company,
    ticketId: string,
    purpose: 'reply' | 'assignment',
    recipient: string,
  ) => {
    const deliveryId = (await company.run(null, ctx =>
      queueDelivery(ctx, { purpose, recipient, ticketId }),
    ))!;
    return threadToken(desk.secrets, { workspaceId: company.id, ticketId, deliveryId, recipient });
  };
  if (kind === 'foreign') {
    const foreign = await openByMail(world.acme, { sender: { name: 'Anne', email: addresses.anne } });
    return sent(world.acme, foreign.ticketId, 'reply', addresses.anne);
  }
  if (kind === 'of B') return sent(world.velo, b, 'reply', addresses.anne);
  if (kind === 'to bruno') return sent(world.velo, a, 'reply', addresses.bruno);
  if (kind === 'notice') return sent(world.velo, a, 'assignment', addresses.karim);
  if (kind === 'unsigned') return a;
  const token = await sent(world.velo, a, 'reply', addresses.anne);
  const swapped = (place: number) =>
    token.slice(0, place) + (token[place] === 'b' ? 'c' : 'b') + token.slice(place + 1);
  // The id of a delivery comes first, the signature behind it.
  if (kind === 'forged') return swapped(32);
  return kind === 'invented' ? swapped(5) : token;
}

function bring(a: string, b: string, state: NonNullable<Row['state']>): Promise<void> {
  return world.velo.run(null, async ctx => {
    const { changeTicket } = await import('../../../desk/tickets/index.ts');
    await changeTicket(ctx, a, () =>
      state === 'merged'
        ? { kind: 'ticket.status-set', facts: {}, set: { status: 'merged', merged_into: b } }
        : { kind: 'ticket.solved', facts: {}, set: { status: state, resolved_at: ctx.now } },
    );
  });
}

function outcomeOf({ rawId, numbers, ids }: Case) {
  return world.velo.run(null, async ctx => {
    const mail = await ctx.tx
      .selectFrom('raw_mails')
      .select(['state', 'ticket_id', 'arrival'])
      .where('id', '=', rawId)
      .executeTakeFirstOrThrow();
    const ticket = await ctx.tx
      .selectFrom('tickets')
      .select(['id', 'hint', 'status'])
      .where('id', '=', mail.ticket_id)
      .executeTakeFirst();
    const acknowledged = await ctx.tx
      .selectFrom('deliveries')
      .select('recipient')
      .where('ticket_id', '=', mail.ticket_id)
      .where('purpose', '=', 'acknowledgement')
      .execute();
    const of = (number: number | null) =>
      number === null ? null : number === numbers.A ? 'A' : number === numbers.B ? 'B' : number;
    const lands =
      mail.state !== 'filed' ? mail.state : ticket!.id === ids.A ? 'A' : ticket!.id === ids.B ? 'B' : 'new';
    return {
      lands,
      hint: ticket?.hint ? [ticket.hint.code, of(ticket.hint.ticketNumber)] : undefined,
      told: mail.arrival!.acknowledgement,
      how: mail.arrival!.how,
      acknowledged: acknowledged.map(one => one.recipient),
      copies: ticket ? await copiedParticipants(ctx, ticket.id) : [],
      status: ticket?.status,
    };
  });
}

describe('S5 S6 S7 S8 S9 LIV-30 which ticket a mail belongs to, and who hears of it', () => {
  it('has sixty rows and more', () => expect(rows.length).toBeGreaterThanOrEqual(60));

  it.each(rows.map((row, index) => [nameOf(row), row, index] as const))('%s', (_name, row, index) => {
    const { outcome, from } = cases[index]!;
    expect(outcome).toMatchObject({ lands: row.lands, told: row.told });
    // B is a ticket of Anne's that nobody has a hint about.
    expect(outcome!.hint).toEqual(row.hint);
    expect(outcome!.acknowledged).toEqual(row.told === 'sent' ? [from] : []);
    // S6 whoever wrote, only whom an agent accepted gets what is answered next.
    const bruno = `bruno${index}@client.example`;
    expect(outcome!.copies).toEqual(row.lands === 'A' ? [bruno] : []);
    if (row.state === 'resolved') expect(outcome!.status).toBe('new');
  });
});
