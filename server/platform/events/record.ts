import { type Changes, type EventKind, eventKinds, type Facts } from '../../../contract/events/index.ts';
import type { Ctx } from '../db/index.ts';
import { newId } from '../ids/index.ts';
import { enqueue, type NewJob } from '../jobs/index.ts';
import { hearing } from './reactions.ts';

export interface NewEvent<K extends EventKind = EventKind> {
  ticketId: string;
  kind: K;
  facts: Facts<K>;
  changes?: Changes;
}

/**
 * Appends one event to the log and queues a job for each reaction that hears it, plus the command's own jobs, in the
 * command's transaction. Gives the event's id.
 * @throws when the facts do not fit their schema: names and texts must not slip into the log (event rule 6)
 */
export async function recordEvent<K extends EventKind>(
  ctx: Ctx,
  event: NewEvent<K>,
  jobs: NewJob[] = [],
): Promise<string> {
  const id = newId();
  const schema = eventKinds[event.kind].strict();
  const marks = Object.entries(ctx.marks ?? {}).filter(([name]) => name in schema.shape);
  const facts = schema.parse({ ...event.facts, ...Object.fromEntries(marks) });
  const depth = ctx.cause ? ctx.cause.depth + 1 : 0;
  await ctx.tx
    .insertInto('events')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      ticket_id: event.ticketId,
      kind: event.kind,
      actor_type: ctx.actor.type,
      actor_id: ctx.actor.id,
      actor_via: ctx.actor.via,
      cause_id: ctx.cause?.eventId ?? null,
      depth,
      changes: JSON.stringify(event.changes ?? {}),
      facts: JSON.stringify(facts),
      at: ctx.now,
    })
    .execute();
  const heard = {
    workspaceId: ctx.workspaceId,
    eventId: id,
    ticketId: event.ticketId,
    kind: event.kind,
    depth,
  };
  const reactions = hearing(event.kind, ctx.actor.via === 'import').map(reaction => ({
    task: 'react',
    payload: { ...heard, reaction: reaction.name },
  }));
  await enqueue(ctx.tx, [...reactions, ...jobs]);
  return id;
}
