import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { escalate, receive, writeNote } from '../../desk/messages/index.ts';
import { addAgent } from '../../desk/people/index.ts';
import { changeTicket } from '../../desk/tickets/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import type { Reaction } from '../../platform/events/index.ts';
import { useDesk } from '../../testing/desk.ts';
import { incoming, makeWorld, openByMail, type World } from '../../testing/world.ts';
import { notifyAssignee, notifyEscalation, notifyMentioned, notifyOfReply } from './index.ts';

const desk = useDesk();
let world: World;
beforeAll(async () => {
  world = await makeWorld(desk);
});

/** An agent of their own for each test, so that only its mails are counted. */
async function newAgent(notifications?: {
  assigned: boolean;
  customerReplied: boolean;
  mentioned?: boolean;
}) {
  const email = `agent-${randomUUID().slice(0, 8)}@velo.example`;
  const id = await world.velo.run(null, async ctx => {
    const agent = { name: 'Zoé', email, role: 'agent', language: 'fr', passwordHash: 'x' } as const;
    const made = await addAgent(ctx, agent);
    if (notifications) {
      const set = { notifications: JSON.stringify(notifications) };
      await ctx.tx
        .updateTable('agents')
        .set(set)
        .where('workspace_id', '=', world.velo.id)
        .where('id', '=', made)
        .execute();
    }
    return made;
  });
  return { id, email };
}

async function ticketOf(agentId: string | null, byId: string | null = world.lea): Promise<string> {
  const { ticketId } = await openByMail(world.velo, {
    sender: { name: 'Anne', email: `${randomUUID()}@client.example` },
  });
  if (agentId) await world.velo.run(byId, ctx => assign(ctx, ticketId, agentId));
  return ticketId;
}

const assign = (ctx: Ctx, ticketId: string, agentId: string) =>
  changeTicket(ctx, ticketId, () => ({ kind: 'ticket.assigned', facts: {}, set: { assignee_id: agentId } }));

/** Runs a reaction for each event of a ticket that it hears, as the queue would. */
async function hear(reaction: Reaction, ticketId: string, times = 1) {
  const events = await world.velo.run(null, ctx => eventsOf(ctx, ticketId));
  for (const event of events.filter(({ kind }) => reaction.hears.includes(kind)))
    for (let time = 0; time < times; time++)
      await world.velo.run(null, ctx =>
        reaction.run(
          ctx,
          { workspaceId: world.velo.id, eventId: event.id, ticketId, kind: event.kind, depth: 0 },
          desk.database,
        ),
      );
}

const eventsOf = (ctx: Ctx, ticketId: string) =>
  ctx.tx
    .selectFrom('events')
    .select(['id', 'kind'])
    .where('ticket_id', '=', ticketId)
    .orderBy('id')
    .execute();

const mailsTo = (email: string) =>
  world.velo.run(null, ctx =>
    ctx.tx
      .selectFrom('deliveries')
      .select(['purpose', 'message_id'])
      .where('recipient', '=', email)
      .execute(),
  );

describe('the mail to an assignee', () => {
  it('LUM-31 tells an agent of a ticket that a colleague gave them, once', async () => {
    const zoe = await newAgent();
    await hear(notifyAssignee, await ticketOf(zoe.id), 3);
    expect((await mailsTo(zoe.email)).map(mail => mail.purpose)).toEqual(['assignment']);
  });

  it('LUM-31 says nothing of a ticket that they took themselves', async () => {
    const zoe = await newAgent();
    await hear(notifyAssignee, await ticketOf(zoe.id, zoe.id));
    expect(await mailsTo(zoe.email)).toEqual([]);
  });

  it('LUM-31 says nothing to whom does not want it, or is no agent any more', async () => {
    const quiet = await newAgent({ assigned: false, customerReplied: true });
    await hear(notifyAssignee, await ticketOf(quiet.id));
    const gone = await newAgent();
    const ticketId = await ticketOf(gone.id);
    await world.velo.run(null, ctx =>
      ctx.tx
        .updateTable('agents')
        .set({ disabled_at: ctx.now })
        .where('workspace_id', '=', world.velo.id)
        .where('id', '=', gone.id)
        .execute(),
    );
    await hear(notifyAssignee, ticketId);
    expect([await mailsTo(quiet.email), await mailsTo(gone.email)]).toEqual([[], []]);
  });

  it('LUM-31 tells only the one who has it, when it was handed on before the mail', async () => {
    const [first, second] = [await newAgent(), await newAgent()];
    const ticketId = await ticketOf(first.id);
    await world.velo.run(world.lea, ctx => assign(ctx, ticketId, second.id));
    await hear(notifyAssignee, ticketId);
    expect(await mailsTo(first.email)).toEqual([]);
    expect(await mailsTo(second.email)).toHaveLength(1);
  });
});

describe('the mail about an escalation', () => {
  it('D-02 goes to whom a ticket was escalated to, once, and not to who escalates to themselves', async () => {
    const zoe = await newAgent();
    const byOthers = await ticketOf(null);
    const own = await ticketOf(null);
    const input = { agentId: zoe.id, reason: 'Le client attend depuis lundi.' };
    await world.velo.run(world.lea, ctx => escalate(ctx, desk.secrets, byOthers, input));
    await world.velo.run(zoe.id, ctx => escalate(ctx, desk.secrets, own, input));
    for (const ticketId of [byOthers, own]) await hear(notifyEscalation, ticketId, 2);
    expect((await mailsTo(zoe.email)).map(mail => mail.purpose)).toEqual(['escalation']);
  });
});

describe('the mail about a customer’s answer', () => {
  const answerTo = (ticketId: string) =>
    world.velo.run(null, async ctx => {
      const row = await ctx.tx
        .selectFrom('tickets')
        .select('requester_email')
        .where('id', '=', ticketId)
        .executeTakeFirstOrThrow();
      const sender = { name: 'Anne', email: row.requester_email };
      return receive(ctx, incoming({ joins: ticketId, text: 'Alors ?', sender }));
    });

  it('CHP-05 sends it to the assignee, once for each message', async () => {
    const zoe = await newAgent();
    const ticketId = await ticketOf(zoe.id);
    const said = [await answerTo(ticketId), await answerTo(ticketId)];
    await hear(notifyOfReply, ticketId, 2);
    const mails = await mailsTo(zoe.email);
    expect(mails.map(mail => mail.message_id)).toEqual(said.map(one => one.messageId));
  });

  it('CHP-05 sends none to whom does not want it, and none without an assignee', async () => {
    const quiet = await newAgent({ assigned: true, customerReplied: false });
    const ticketId = await ticketOf(quiet.id);
    await answerTo(ticketId);
    await hear(notifyOfReply, ticketId);
    const nobodys = await ticketOf(null);
    await answerTo(nobodys);
    await hear(notifyOfReply, nobodys);
    expect(await mailsTo(quiet.email)).toEqual([]);
    const rows = await world.velo.run(null, ctx =>
      ctx.tx.selectFrom('deliveries').select('id').where('ticket_id', '=', nobodys).execute(),
    );
    expect(rows).toEqual([]);
  });
});

describe('the mail to who is mentioned in a note', () => {
  const note = (ticketId: string, ...agents: { id: string }[]) => {
    const calls = agents.map(({ id }) => `<span data-mention="${id}">@Zoé</span>`).join(' ');
    const written = { html: `<p>${calls} SECRET-42, voyez-vous ?</p>`, fileIds: [] };
    return world.velo.run(world.lea, ctx => writeNote(ctx, desk.secrets, ticketId, written));
  };

  it('LUM-02 tells each of them once', async () => {
    const [first, second] = [await newAgent(), await newAgent()];
    const ticketId = await ticketOf(null);
    const noteId = await note(ticketId, first, second, first);
    await hear(notifyMentioned, ticketId, 3);
    for (const { email } of [first, second])
      expect(await mailsTo(email)).toEqual([{ purpose: 'mention', message_id: noteId }]);
  });

  it('LUM-36 tells nobody who may not see the ticket, does not want it, is gone, or wrote it', async () => {
    const [limited, gone] = [await newAgent(), await newAgent()];
    const quiet = await newAgent({ assigned: true, customerReplied: true, mentioned: false });
    await world.velo.run(null, async ctx => {
      const set = (id: string, what: { sees_all_folders: boolean } | { disabled_at: Date }) =>
        ctx.tx
          .updateTable('agents')
          .set(what)
          .where('workspace_id', '=', world.velo.id)
          .where('id', '=', id)
          .execute();
      await set(limited.id, { sees_all_folders: false });
      await set(gone.id, { disabled_at: ctx.now });
    });
    const ticketId = await ticketOf(null);
    await note(ticketId, limited, quiet, gone, { id: world.lea });
    await hear(notifyMentioned, ticketId);
    for (const email of [limited.email, quiet.email, gone.email]) expect(await mailsTo(email)).toEqual([]);
    expect((await mailsTo('lea@velo.example')).filter(mail => mail.purpose === 'mention')).toEqual([]);
  });
});
