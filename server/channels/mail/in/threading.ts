// Which ticket a mail belongs to (S5). Only a token of ours that verifies, sent by somebody who belongs to the ticket and
// who is not proved to be somebody else, counts; what merely claims to be an answer is told to the agent and opens a new
// ticket. Everything that was tried is kept, so that the agent can see why.
import { type Hint, isParticipant, survivorOf, ticketIdByNumber } from '../../../desk/tickets/index.ts';
import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { toAgents } from '../out/material.ts';
import { verifyThreadToken } from '../out/thread-token.ts';
import type { Proof } from '../proof/index.ts';
import type { ReadMail } from '../reading/index.ts';
import type { AnsweredNotice } from './agent-mail.ts';
import type { Claim } from './arrival.ts';
import { ticketOfMessageIds } from './quoted-mails.ts';
import { type FoundToken, tokensOf } from './tokens.ts';

export interface Place {
  /** The ticket that the sender has proved to belong to, or null. */
  joins: string | null;
  hint: Hint | null;
  /** The side conversation that a third party answers in. */
  side: { sideId: string; ticketId: string } | null;
  /** The notice that an agent answers by mail (S7). */
  notice: AnsweredNotice | null;
  claims: Claim[];
}

const numberInSubject = /\[\s*(?:ticket\s*)?#\s*(\d{1,12})\s*\]/i;

/** Decides on the ticket of a mail. Takes the mail as read, the envelope's recipients (parted by blanks) and its sender's proof. */
export async function findPlace(
  ctx: Ctx,
  secrets: Secrets,
  mail: ReadMail,
  envelopeTo: string,
  proof: Proof,
): Promise<Place> {
  const tokens = tokensOf(mail, envelopeTo);
  const deliveries = await deliveriesOf(ctx, tokens);
  const claims: Claim[] = [];
  let notice: AnsweredNotice | null = null;
  for (const token of tokens) {
    const delivery = deliveries.get(token.deliveryId);
    const outcome = delivery ? await outcomeOf(ctx, secrets, mail, proof, token, delivery) : 'unknown';
    claims.push({ kind: 'token', place: token.place, outcome, ticketNumber: delivery?.number ?? null });
    const { goesOn: ticketId, sideId } = delivery ?? {};
    if (outcome === 'aside' && ticketId && sideId)
      return { joins: null, hint: null, notice: null, side: { sideId, ticketId }, claims };
    if (outcome === 'joined') return { joins: ticketId!, hint: null, notice: null, side: null, claims };
    if (outcome === 'agents' && mail.from.address.toLowerCase() === delivery!.recipient)
      notice ??= { ...delivery!, ticketId: delivery!.goesOn };
  }
  claims.push(...(await claimsWithoutProof(ctx, mail)));
  return { joins: null, hint: hintOf(claims), notice, side: null, claims };
}

interface Delivery {
  ticketId: string;
  /** The ticket itself, or the one that it was merged into. */
  goesOn: string;
  number: number;
  recipient: string;
  purpose: string;
  messageId: string | null;
  /** For a mail to a third party. */
  sideId: string | null;
  sentAt: Date;
}

async function outcomeOf(
  ctx: Ctx,
  secrets: Secrets,
  mail: ReadMail,
  proof: Proof,
  { deliveryId, mac }: FoundToken,
  { ticketId, goesOn, recipient, purpose, sideId }: Delivery,
): Promise<Claim['outcome']> {
  const thread = { workspaceId: ctx.workspaceId, ticketId, deliveryId, recipient };
  if (!verifyThreadToken(secrets, thread, mac)) return 'forged';
  const from = mail.from.address.toLowerCase();
  const isCustomers =
    (await isParticipant(ctx, ticketId, from)) ||
    (goesOn !== ticketId && (await isParticipant(ctx, goesOn, from)));
  // Words of the customer are the customer's, by whatever way they came; a third party's stay aside.
  if (sideId && !isCustomers && (from === recipient || (await isInSide(ctx, sideId, from))))
    return proof.verdict === 'fail' ? 'sender-unproved' : 'aside';
  if (from !== recipient && !isCustomers) return 'stranger';
  // An answer to a mail to an agent is no word of the customer.
  if (toAgents.includes(purpose)) return 'agents';
  return proof.verdict === 'fail' ? 'sender-unproved' : 'joined';
}

async function deliveriesOf(ctx: Ctx, tokens: FoundToken[]): Promise<Map<string, Delivery>> {
  if (tokens.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('deliveries')
    .innerJoin('tickets', join =>
      join
        .onRef('tickets.workspace_id', '=', 'deliveries.workspace_id')
        .onRef('tickets.id', '=', 'deliveries.ticket_id'),
    )
    .leftJoin('messages', join =>
      join
        .onRef('messages.workspace_id', '=', 'deliveries.workspace_id')
        .onRef('messages.id', '=', 'deliveries.message_id')
        .on('deliveries.purpose', '=', 'side'),
    )
    .select([
      'deliveries.id',
      'deliveries.purpose',
      'deliveries.recipient',
      'deliveries.message_id as messageId',
      'messages.side_id as sideId',
      'deliveries.created_at as sentAt',
      'tickets.id as ticketId',
      'tickets.merged_into as mergedInto',
      'tickets.number',
    ])
    .where('deliveries.workspace_id', '=', ctx.workspaceId)
    .where(
      'deliveries.id',
      'in',
      tokens.map(token => token.deliveryId),
    )
    .execute();
  const deliveries = new Map<string, Delivery>();
  for (const { id, mergedInto, ...rest } of rows) {
    const goesOn = mergedInto ? await survivorOf(ctx, mergedInto) : rest.ticketId;
    deliveries.set(id, { ...rest, goesOn });
  }
  return deliveries;
}

/** Whether an agent wrote to an address in a side conversation. */
async function isInSide(ctx: Ctx, sideId: string, address: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('deliveries')
    .innerJoin('messages', join =>
      join
        .onRef('messages.workspace_id', '=', 'deliveries.workspace_id')
        .onRef('messages.id', '=', 'deliveries.message_id'),
    )
    .select('deliveries.id')
    .where('deliveries.workspace_id', '=', ctx.workspaceId)
    .where('messages.side_id', '=', sideId)
    .where('deliveries.recipient', '=', address)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What anybody could have written threads nothing; it is worth a hint where there is such a ticket. */
async function claimsWithoutProof(ctx: Ctx, mail: ReadMail): Promise<Claim[]> {
  const claims: Claim[] = [];
  const quoted = await ticketOfMessageIds(ctx, [mail.inReplyTo, ...mail.references]);
  if (quoted !== null)
    claims.push({ kind: 'message-id', place: null, outcome: 'no-proof', ticketNumber: quoted });
  const number = Number(numberInSubject.exec(mail.subject)?.[1]);
  if (number && (await ticketIdByNumber(ctx, number)))
    claims.push({ kind: 'subject', place: null, outcome: 'no-proof', ticketNumber: number });
  return claims;
}

/** The most telling claim first: what an agent would need to know to put the mail where it belongs. */
const telling: Claim['outcome'][] = [
  'agents',
  'sender-unproved',
  'stranger',
  'forged',
  'no-proof',
  'unknown',
];

function hintOf(claims: Claim[]): Hint | null {
  for (const outcome of telling) {
    const claim = claims.find(one => one.outcome === outcome);
    if (!claim) continue;
    const code =
      outcome === 'agents' ? 'agent-reply' : outcome === 'sender-unproved' ? outcome : 'claims-reply';
    return { code, ticketNumber: claim.ticketNumber };
  }
  return null;
}
