// Plays a story on the desk, each turn at its own past time.
import { receive } from '../desk/messages/index.ts';
import { closeSolved } from '../desk/tickets/index.ts';
import { type Ctx, systemActor } from '../platform/db/index.ts';
import { act, open, type Stage } from './agent-turns.ts';
import { agents } from './company.ts';
import { mailOf, type Quoted } from './customer-mail.ts';
import { type Customer, customers } from './customers.ts';
import { keepMails, keepNews } from './kept-mails.ts';
import { typeset } from './letter.ts';
import { momentOf } from './moments.ts';
import type { Says, Story, Turn } from './story.ts';

const dayMs = 24 * 3600_000;
/** The hour after the seven days when a solved ticket is closed for good (D-01). */
const closingMs = 7 * dayMs + 3600_000;

/** Plays a story to its end. Gives the ticket's id. */
export async function play(given: Ctx, stage: Stage, story: Story): Promise<string> {
  const customer: Customer = customers[story.customer];
  const subject = typeset(customer.language, story.subject);
  const assignee = assigneeOf(story);
  let ticketId: string | null = null;
  let quoted: Quoted | null = null;
  for (const turn of story.turns) {
    const now = momentOf(turn.ago, stage.now);
    const ctx: Ctx = { ...given, now };
    if (turn.kind === 'says') {
      const said = { customer, subject, at: now, quoted, joins: ticketId };
      ticketId = await hear(ctx, stage, turn, said, assignee);
      continue;
    }
    // As an import, so that nobody is told of an old assignment as if it were news.
    ctx.actor = { type: 'agent', id: stage.cast.agentIds[turn.by], via: 'import' };
    if (turn.kind === 'opens') ticketId = await open(ctx, stage, turn, { customer, subject });
    else await act(ctx, stage, ticketId!, turn, customer);
    if (turn.kind === 'replies' || (turn.kind === 'opens' && turn.sendsMail)) {
      await keepMails(ctx, ticketId!);
      quoted = { text: typeset(customer.language, turn.text), at: now };
    }
  }
  await closeWhenDue(given, stage, story);
  return ticketId!;
}

type Said = Pick<Parameters<typeof mailOf>[1], 'customer' | 'subject' | 'at' | 'quoted' | 'joins'>;

async function hear(
  ctx: Ctx,
  { cast, stored }: Stage,
  turn: Says,
  said: Said,
  assigneeEmail: string | null,
): Promise<string> {
  const mail = mailOf(turn, { ...said, mailboxId: cast.mailboxId, stored });
  const received = await receive({ ...ctx, actor: systemActor('mail') }, mail);
  if (said.joins && assigneeEmail) await keepNews(ctx, received, assigneeEmail);
  return received.ticketId;
}

/** Who has the ticket in the end, and would get the mails about it. */
function assigneeOf({ turns }: Story): string | null {
  const last = turns.findLast(turn => turn.kind === 'sorted' && turn.to);
  return last?.kind === 'sorted' && last.to ? agents[last.to].email : null;
}

async function closeWhenDue(ctx: Ctx, { now }: Stage, { turns }: Story): Promise<void> {
  const words = turns.findLast(turn => changesStatus(turn));
  if (!words || !isSolving(words)) return;
  const due = new Date(momentOf(words.ago, now).getTime() + closingMs);
  if (due < now) await closeSolved({ ...ctx, now: due, actor: systemActor('clock') });
}

const changesStatus = (turn: Turn) => ['says', 'replies', 'sets'].includes(turn.kind);
const isSolving = (turn: Turn) =>
  (turn.kind === 'replies' || turn.kind === 'sets') && turn.status === 'resolved';
