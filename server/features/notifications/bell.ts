// What the bell shows: an agent's notifications with what they are about, only of tickets that they may still see.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { NotificationKind, notification } from '../../../contract/routes/notifications.ts';
import { withinReach } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';

const most = 50;

interface Row {
  id: string;
  kind: NotificationKind;
  number: number | null;
  mailboxId: string | null;
  title: string | null;
  actorId: string | null;
  outcome: string | null;
  at: Date;
  isRead: boolean;
}

/** The acting agent's notifications, unread ones first, the newest of each first. */
export async function notificationsOf(
  ctx: Ctx,
): Promise<{ notifications: z.input<typeof notification>[]; unread: number }> {
  const { rows } = await sql<Row & { unread: number }>`
    select n.id, n.kind, t.number, coalesce(a.title, p.subject, b.name) as title, b.id as "mailboxId", n.facts ->> 'actorId' as "actorId", n.facts ->> 'outcome' as outcome,
      n.created_at as at, n.read_at is not null as "isRead",
      count(*) filter (where n.read_at is null) over () as unread
    from notifications n
    left join tickets t on t.workspace_id = n.workspace_id and t.id = n.ticket_id
    left join activities a on a.workspace_id = n.workspace_id and a.id = (n.facts ->> 'activityId')::uuid
    left join approvals p on p.workspace_id = n.workspace_id and p.id = (n.facts ->> 'approvalId')::uuid
    left join mailboxes b on b.workspace_id = n.workspace_id and b.id = (n.facts ->> 'mailboxId')::uuid
    where n.workspace_id = ${ctx.workspaceId} and n.agent_id = ${ctx.actor.id}
      and (n.ticket_id is null or (t.id is not null and ${withinReach(ctx, 't')}))
    order by n.read_at is not null, n.id desc limit ${sql.lit(most)}`.execute(ctx.tx);
  return {
    notifications: rows.map(({ unread: _, number, at, title, ...row }) => ({
      ...row,
      ticketNumber: number,
      title: title ?? '',
      at: at.toISOString(),
    })),
    unread: rows[0]?.unread ?? 0,
  };
}
