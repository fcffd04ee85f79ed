// Who a reply goes to: the writer's choice, or the requester with those who took part so far (S6).
import { sql } from 'kysely';
import type { Recipients } from '../../../contract/routes/reply-body.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { invalid } from '../../platform/errors/index.ts';
import { isPublicMailDomain } from '../people/index.ts';
import { copiedParticipants, type Ticket } from '../tickets/index.ts';

/**
 * The recipients of a reply, each address once: in To before Cc before Bcc.
 * @throws Invalid no-recipient, or recipient-is-mailbox where the desk would write to itself
 */
export async function recipientsOf(
  ctx: Ctx,
  ticket: Pick<Ticket, 'id' | 'requester_email'>,
  wanted: Recipients | undefined,
): Promise<Recipients> {
  if (!wanted) {
    if (!ticket.requester_email) throw invalid('no-recipient');
    const others = await copiedParticipants(ctx, ticket.id);
    return {
      to: [ticket.requester_email],
      cc: others.filter(one => one !== ticket.requester_email),
      bcc: [],
    };
  }
  const used = new Set<string>();
  const once = (addresses: string[]) =>
    addresses
      .map(address => address.toLowerCase())
      .filter(address => !used.has(address) && Boolean(used.add(address)));
  const [to, cc, bcc] = [once(wanted.to), once(wanted.cc), once(wanted.bcc)];
  const own = await ownAddresses(ctx);
  const itself = [...used].find(address => own.has(withoutPlus(address)));
  if (itself) throw invalid('recipient-is-mailbox', { address: itself });
  return { to, cc, bcc };
}

/** The addresses of the workspace's mailboxes: mail to them comes back as a customer's. */
async function ownAddresses(ctx: Ctx): Promise<Set<string>> {
  const rows = await ctx.tx
    .selectFrom('mailboxes')
    .select('address')
    .where('workspace_id', '=', ctx.workspaceId)
    .execute();
  return new Set(rows.map(row => row.address));
}

/** A mailbox also takes what goes to `local+anything@domain`; our own reply addresses are of that form. */
function withoutPlus(address: string): string {
  return address.replace(/^([^+@]+)\+[^@]*(@[^@]+)$/, '$1$2');
}

const mostSuggested = 10;

/** What the composer starts from. Suggested are addresses that customers named in To or Cc, never taken over by themselves. */
export async function recipientChoices(ctx: Ctx, ticketId: string) {
  const ticket = await ctx.tx
    .selectFrom('tickets')
    .select(['id', 'requester_email', 'contact_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
  const cc = (await copiedParticipants(ctx, ticketId)).filter(one => one !== ticket.requester_email);
  const to = ticket.requester_email ? [ticket.requester_email] : [];
  const named = await namedAddresses(ctx, ticketId);
  const own = await ownAddresses(ctx);
  const known = await knownPeople(ctx, ticket);
  const suggested = named.filter(
    address => !own.has(withoutPlus(address)) && !known.has(address) && ![...to, ...cc].includes(address),
  );
  const met = [...new Set([...to, ...cc, ...named, ...known])];
  const domainOf = (address: string) => address.split('@').at(-1)!;
  return {
    to,
    cc,
    suggested: suggested.slice(0, mostSuggested),
    // Sharing a provider makes nobody known, so there the whole address counts.
    known: met.map(one => (isPublicMailDomain(domainOf(one)) ? one : `@${domainOf(one)}`)),
  };
}

/** Whom the customers' messages come from and were sent to besides us. */
async function namedAddresses(ctx: Ctx, ticketId: string): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select lower(a.address) as address from messages m, jsonb_array_elements_text(
      m.recipients -> 'to' || (m.recipients -> 'cc') || jsonb_build_array(coalesce(m.author_email, ''))) a (address)
    where m.workspace_id = ${ctx.workspaceId} and m.ticket_id = ${ticketId}
      and m.kind = 'public' and m.author_type = 'contact'
    group by 1 order by min(m.id::text), 1`.execute(ctx.tx);
  return rows.map(row => row.address).filter(address => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(address));
}

/** The requester's own addresses, agents, and whoever an agent has decided on in this ticket. */
async function knownPeople(ctx: Ctx, ticket: Pick<Ticket, 'id' | 'contact_id'>): Promise<Set<string>> {
  const { rows } = await sql<{ address: string }>`
    select value as address from contact_addresses
      where workspace_id = ${ctx.workspaceId} and contact_id = ${ticket.contact_id} and kind = 'email'
    union select email from agents where workspace_id = ${ctx.workspaceId}
    union select address from ticket_participants
      where workspace_id = ${ctx.workspaceId} and ticket_id = ${ticket.id}`.execute(ctx.tx);
  return new Set(rows.map(row => row.address));
}
