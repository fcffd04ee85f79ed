// Whether mail leaves by a mailbox. One that fails for longer is told to the administrators, once, and again when it works:
// hundreds of mails that nobody knew did not leave are what people remember of a desk.
import './tables.ts';
import { agentsOfDesk } from '../../../desk/people/index.ts';
import { tellAgent } from '../../../platform/bell/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { queueDelivery } from '../../../platform/outbox/index.ts';

/** How long a server may take no mail before somebody is told: short troubles mend themselves. */
const patienceMs = 10 * 60_000;

/**
 * Notes what a server made of a mail, in the transaction that notes it for the mail. Writes only when something changes: a
 * mailbox that works is not written to for each mail.
 */
export async function noteSending(
  ctx: Ctx,
  mailboxId: string | null,
  outcome: { isTaken: true } | { isTaken: false; detail: string },
): Promise<void> {
  if (!mailboxId) return;
  const update = ctx.tx
    .updateTable('mailboxes')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', mailboxId);
  if (outcome.isTaken) {
    const works = { send_failing_since: null, send_problem: null };
    await update.set(works).where('send_failing_since', 'is not', null).execute();
    return;
  }
  const send_problem = outcome.detail.slice(0, 500);
  await update
    .set({ send_failing_since: ctx.now, send_problem })
    .where('send_failing_since', 'is', null)
    .execute();
}

/** Clock: tells administrators of mailboxes that have sent nothing for ten minutes, and of those that send again. */
export async function alarmOfSending(ctx: Ctx): Promise<void> {
  const rows = await ctx.tx
    .selectFrom('mailboxes')
    .select([
      'id',
      'name',
      'address',
      'smtp',
      'is_enabled',
      'send_failing_since',
      'send_problem',
      'send_alarmed_at',
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('id')
    .forUpdate()
    .execute();
  const since = new Date(ctx.now.getTime() - patienceMs);
  for (const row of rows) {
    const isFailing = row.send_failing_since !== null && row.is_enabled;
    const isLong = isFailing && row.send_failing_since! <= since;
    const kind =
      isLong && !row.send_alarmed_at ? 'failing' : !isFailing && row.send_alarmed_at ? 'working' : null;
    if (!kind) continue;
    await ctx.tx
      .updateTable('mailboxes')
      .set({ send_alarmed_at: kind === 'failing' ? ctx.now : null })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', row.id)
      .execute();
    const by = rows.find(one => one.id !== row.id && one.smtp && one.is_enabled && !one.send_failing_since);
    await tellAdministrators(ctx, row, kind, by?.id ?? null);
  }
}

type Row = { id: string; name: string; address: string; send_problem: string | null };

/** In the app and by mail; the mail goes by another mailbox, or else by the installation's relay. */
async function tellAdministrators(
  ctx: Ctx,
  { id, name, address, send_problem }: Row,
  kind: 'failing' | 'working',
  byMailbox: string | null,
): Promise<void> {
  const agents = await agentsOfDesk(ctx);
  for (const agent of agents) {
    if (agent.role !== 'administrator' || agent.isDisabled) continue;
    await tellAgent(ctx, {
      agentId: agent.id,
      kind: `mailbox-${kind}`,
      ticketId: null,
      facts: { mailboxId: id },
      once: `mailbox-${kind} ${id} ${ctx.now.toISOString()}`,
    });
    await queueDelivery(ctx, {
      purpose: `mailbox-${kind}`,
      recipient: agent.email,
      mailboxId: byMailbox,
      content: { mailboxId: id, name, address, detail: send_problem ?? '' },
    });
  }
}
