// S7 D-18: what agents write by mail in answer to a notice.
import { beforeAll, describe, expect, it } from 'vitest';
import { changeTicket } from '../../../desk/tickets/index.ts';
import { queueDelivery } from '../../../platform/outbox/index.ts';
import { useDesk } from '../../../testing/desk.ts';
import { drain } from '../../../testing/drain.ts';
import { makeWorld, openByMail, type World } from '../../../testing/world.ts';
import { addMailbox } from '../index.ts';
import { answerLine, wordsAbove } from '../out/answer-line.ts';
import { threadToken } from '../out/thread-token.ts';
import { type Prover, unproved } from '../proof/index.ts';
import { writeBatch } from './raw-batch.ts';

const desk = useDesk();
const support = 'support@velo.example';
const karim = 'karim@velo.example';
let world: World;
let mailboxId: string;

beforeAll(async () => {
  world = await makeWorld(desk);
  const rest = { folderId: null, teamId: null, acknowledges: true, usesPlusAddress: true, isEnabled: true };
  const box = { name: 'Support', address: support, imap: null, smtp: null, language: 'fr' as const, ...rest };
  mailboxId = (await world.velo.run(null, ctx => addMailbox(ctx, desk.secrets, box))).id;
});

interface Mail {
  text: string;
  purpose?: 'customer-replied' | 'mention' | 'assignment' | 'side-answered';
  verdict?: 'pass' | 'fail' | 'unknown';
  from?: string;
  more?: string[];
  /** What happens between the notice and its answer. */
  meanwhile?: (ticketId: string) => Promise<unknown>;
}

let count = 0;
/** A notice to Karim about a new ticket, and his answer by mail. Gives what is in the ticket, and the mails that go out. */
async function answer({ text, purpose = 'customer-replied', verdict = 'pass', from = karim, ...rest }: Mail) {
  count++;
  const customer = `anne${count}@client.example`;
  const opened = await openByMail(world.velo, { sender: { name: 'Anne', email: customer }, mailboxId });
  const { ticketId, messageId } = opened;
  const deliveryId = (await world.velo.run(null, ctx =>
    queueDelivery(ctx, { purpose, recipient: karim, ticketId, messageId, mailboxId }),
  ))!;
  const thread = { workspaceId: world.velo.id, ticketId, deliveryId, recipient: karim };
  const token = threadToken(desk.secrets, thread);
  await rest.meanwhile?.(ticketId);
  const head = [
    `From: Karim <${from}>`,
    `To: ${support}`,
    `Subject: Re: ${count}`,
    `In-Reply-To: <${token}@velo.example>`,
    `Message-ID: <agent${count}@velo.example>`,
    ...(rest.more ?? []),
  ];
  const raw = Buffer.from([...head, '', text, ''].join('\r\n'));
  const envelope = { envelopeFrom: from, envelopeTo: support };
  await writeBatch(desk, [{ workspaceId: world.velo.id, mailboxId, source: 'lmtp', ...envelope, raw }]);
  const prover: Prover = {
    prepare: () => {},
    prove: async () => ({ ...unproved, verdict }),
    close: () => {},
  };
  await drain(desk, { prover });
  return world.velo.run(null, async ctx => {
    const messages = await ctx.tx
      .selectFrom('messages')
      .select(['kind', 'author_type', 'author_id', 'text', 'notices'])
      .where('ticket_id', '=', ticketId)
      .where('id', '<>', messageId)
      .execute();
    const mails = await ctx.tx
      .selectFrom('deliveries')
      .select(['purpose', 'recipient', 'content'])
      .where('ticket_id', '=', ticketId)
      .where('id', '<>', deliveryId)
      .execute();
    const mail = await ctx.tx
      .selectFrom('raw_mails')
      .select(['state', 'reason', 'arrival', 'ticket_id'])
      .where('message_id', '=', `<agent${count}@velo.example>`)
      .executeTakeFirstOrThrow();
    return { messages, mails, mail, ticketId, customer };
  });
}

const refusedBecause = (reason: string) => ({
  purpose: 'agent-mail-refused',
  recipient: karim,
  content: { reason },
});

describe('S7 D-18 an agent answers by mail', () => {
  it('the customer gets the answer, and nothing of the notice below the line', async () => {
    const below = `${answerLine} Répondez au-dessus de cette ligne ${answerLine}\r\nBonjour Karim, le client a écrit`;
    const { messages, mails, customer, mail } = await answer({ text: `C’est prêt.\r\n\r\n> ${below}` });
    expect(messages).toEqual([
      { kind: 'public', author_type: 'agent', author_id: world.karim, text: 'C’est prêt.', notices: [] },
    ]);
    expect(mails).toEqual([{ purpose: 'reply', recipient: customer, content: {} }]);
    expect(mail.arrival!.how).toBe('agent-reply');
  });

  it('#note makes it a note, and so does an answer to an internal matter', async () => {
    const note = { kind: 'note', author_type: 'agent', author_id: world.karim, notices: [] };
    const marked = await answer({ text: '#note Voir avec l’atelier' });
    expect(marked.messages).toEqual([{ ...note, text: 'Voir avec l’atelier' }]);
    expect(marked.mails).toEqual([]);
    for (const purpose of ['mention', 'side-answered'] as const) {
      const told = await answer({ text: 'Je regarde', purpose });
      expect(told.messages).toEqual([{ ...note, text: 'Je regarde' }]);
      expect(told.mails).toEqual([]);
    }
  });

  it.each<[string, Partial<Mail>]>([
    ['sender-unproved', { verdict: 'unknown' }],
    ['sender-unproved', { verdict: 'fail' }],
    ['sender-unproved', { verdict: 'fail', text: '#note secret' }],
    ['empty', { text: `${answerLine} Répondez au-dessus ${answerLine}` }],
    ['locked', { meanwhile: close }],
    ['newer-message', { meanwhile: customerWrites }],
    ['expired', { meanwhile: age }],
  ])('is not sent on: %s %o', async (reason, change) => {
    const { messages, mails, mail } = await answer({ text: 'Voici votre remboursement', ...change });
    const notes = messages.filter(one => one.kind === 'note');
    expect(notes).toMatchObject([{ author_type: 'system', notices: [`agent-mail-${reason}`] }]);
    expect(mails.filter(one => one.purpose !== 'customer-replied')).toEqual([refusedBecause(reason)]);
    expect(mail.arrival!.how).toBe('unverified-note');
  });

  it('who may not see the ticket any more cannot write into it', async () => {
    await limit('{00000000-0000-7000-8000-000000000000}');
    const { mails, messages } = await answer({ text: 'Bonjour' });
    await limit(null);
    expect(messages).toMatchObject([{ kind: 'note', notices: ['agent-mail-no-access'] }]);
    expect(mails).toEqual([refusedBecause('no-access')]);
  });

  it('an absence note is set aside, and another person with the notice is a stranger', async () => {
    const absent = await answer({ text: 'Je suis absent', more: ['Auto-Submitted: auto-replied'] });
    expect(absent.mail).toMatchObject({ state: 'quarantined', reason: 'robot' });
    expect(absent.messages).toEqual([]);
    const stranger = await answer({ text: 'Bonjour', from: 'mallory@evil.example' });
    expect(stranger.mail.ticket_id).not.toBe(stranger.ticketId);
    expect(stranger.messages).toEqual([]);
    expect(stranger.mails).toEqual([]);
  });

  it('finds its line however a mail program quotes it', () => {
    for (const mark of ['', '> ', '>> ', '  ', '| ', '*'])
      expect(wordsAbove(`Oui.\n\n${mark}${answerLine} Above ${answerLine}\nrest`)).toBe('Oui.');
    expect(wordsAbove('Oui.')).toBe('Oui.');
  });
});

function close(ticketId: string) {
  return world.velo.run(null, ctx =>
    changeTicket(ctx, ticketId, () => ({
      kind: 'ticket.closed',
      facts: { reason: 'solved-long-ago' },
      set: { status: 'closed' },
    })),
  );
}

function customerWrites(ticketId: string) {
  return openByMail(world.velo, {
    sender: { name: 'Anne', email: null },
    joins: ticketId,
    text: 'Encore moi',
  });
}

function age(ticketId: string) {
  return world.velo.run(null, async ctx => {
    const { sql } = await import('kysely');
    await sql`update deliveries set created_at = now() - interval '31 days' where ticket_id = ${ticketId}`.execute(
      ctx.tx,
    );
  });
}

function limit(folders: string | null) {
  return world.velo.run(null, async ctx => {
    await ctx.tx
      .updateTable('agents')
      .set({ sees_all_folders: folders === null })
      .where('id', '=', world.karim)
      .execute();
  });
}
