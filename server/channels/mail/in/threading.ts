// Which ticket a mail belongs to (S5). Only a token of ours that verifies, sent by somebody who belongs to the ticket,
// counts; what merely claims to be an answer is told to the agent and opens a new ticket.

import { type Hint, isParticipant, ticketIdByNumber } from '../../../desk/tickets/index.ts';
import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { toAgents } from '../out/material.ts';
import { readThreadToken, verifyThreadToken } from '../out/thread-token.ts';
import type { ReadMail } from '../reading/index.ts';

export interface Place {
  /** The ticket that the sender has proved to belong to, or null. */
  joins: string | null;
  hint: Hint | null;
}

const mostTokens = 20;
const numberInSubject = /\[\s*(?:ticket\s*)?#\s*(\d{1,12})\s*\]/i;

/** Decides on the ticket of a mail. Takes the mail as read and the envelope's recipients, parted by blanks. */
export async function findPlace(
  ctx: Ctx,
  secrets: Secrets,
  mail: ReadMail,
  envelopeTo: string,
): Promise<Place> {
  const tokens = tokensOf(mail, envelopeTo);
  const deliveries = await deliveriesOf(ctx, tokens);
  const from = mail.from.address.toLowerCase();
  let claim: Hint | null = tokens.length > 0 ? { code: 'claims-reply', ticketNumber: null } : null;
  for (const { deliveryId, mac } of tokens) {
    const delivery = deliveries.get(deliveryId);
    if (!delivery) continue;
    const { ticketId, recipient } = delivery;
    const isOurs = verifyThreadToken(
      secrets,
      { workspaceId: ctx.workspaceId, ticketId, deliveryId, recipient },
      mac,
    );
    const isTheirs = isOurs && (from === recipient || (await isParticipant(ctx, ticketId, from)));
    // An answer to a mail to an agent is no word of the customer.
    const isAgents = toAgents.includes(delivery.purpose);
    if (isTheirs && !isAgents) return { joins: ticketId, hint: null };
    const code = isTheirs ? 'agent-reply' : 'claims-reply';
    if (claim?.ticketNumber == null || isTheirs) claim = { code, ticketNumber: delivery.number };
  }
  return { joins: null, hint: claim ?? (await claimOfSubject(ctx, mail.subject)) };
}

type Token = NonNullable<ReturnType<typeof readThreadToken>>;

function tokensOf(mail: ReadMail, envelopeTo: string): Token[] {
  const addresses = [...mail.to, ...mail.cc].map(one => one.address);
  const places = [
    ...envelopeTo.split(' '),
    ...mail.deliveredTo,
    ...addresses,
    mail.inReplyTo ?? '',
    ...mail.references.toReversed(),
  ];
  const tokens = new Map<string, Token>();
  for (const place of places) {
    const token = readThreadToken(place);
    if (token) tokens.set(`${token.deliveryId} ${token.mac.toString('hex')}`, token);
    if (tokens.size >= mostTokens) break;
  }
  return [...tokens.values()];
}

async function deliveriesOf(ctx: Ctx, tokens: Token[]) {
  if (tokens.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('deliveries')
    .innerJoin('tickets', join =>
      join
        .onRef('tickets.workspace_id', '=', 'deliveries.workspace_id')
        .onRef('tickets.id', '=', 'deliveries.ticket_id'),
    )
    .select([
      'deliveries.id',
      'deliveries.purpose',
      'deliveries.recipient',
      'tickets.id as ticketId',
      'tickets.number',
    ])
    .where('deliveries.workspace_id', '=', ctx.workspaceId)
    .where(
      'deliveries.id',
      'in',
      tokens.map(token => token.deliveryId),
    )
    .execute();
  return new Map(rows.map(row => [row.id, row]));
}

/** A number in the subject threads nothing; it is worth a hint where there is such a ticket. */
async function claimOfSubject(ctx: Ctx, subject: string): Promise<Hint | null> {
  const number = Number(numberInSubject.exec(subject)?.[1]);
  if (!number || !(await ticketIdByNumber(ctx, number))) return null;
  return { code: 'claims-reply', ticketNumber: number };
}
