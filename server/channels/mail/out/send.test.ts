import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDesk } from '../../../testing/desk.ts';
import { makeWorld, type World } from '../../../testing/world.ts';
import { openMailSender } from './send.ts';
import {
  answer,
  answerTicket,
  firstTry,
  lastTry,
  makeMailbox,
  outboxRow,
  withConfig,
} from './sending.story.ts';
import { openSink, type SmtpSink } from './smtp-sink.story.ts';

const desk = useDesk();
let world: World;
let sink: SmtpSink;
beforeAll(async () => {
  world = await makeWorld(desk);
  sink = await openSink();
});
afterAll(() => sink?.stop());
beforeEach(() => {
  sink.treat('accept');
  sink.mails.length = 0;
});

/** A sender by the relay, and one mail for it. */
async function relayed() {
  const sender = openMailSender(withConfig(desk, { smtpUrl: sink.url }), { longestMs: 1_500 });
  const made = await answerTicket(desk, world.velo, world.lea);
  const job = { workspaceId: world.velo.id, deliveryId: made.deliveryId };
  const row = () => outboxRow(world.velo, made.deliveryId);
  const toThis = () => sink.mails.filter(mail => mail.to === made.email);
  return { ...made, sender, job, row, toThis };
}

const kindsOf = (ticketId: string) =>
  world.velo.run(null, async ctx => {
    const rows = await ctx.tx
      .selectFrom('events')
      .select('kind')
      .where('ticket_id', '=', ticketId)
      .orderBy('id')
      .execute();
    return rows.map(row => row.kind);
  });

describe('sending', () => {
  it('CHP-05 hands the mail to the relay, notes what it said and tells History', async () => {
    const { sender, job, row, toThis, ticketId } = await relayed();
    await sender.send(job, firstTry);
    expect(toThis()).toHaveLength(1);
    expect(toThis()[0]!.from).toBe(desk.config.mailFrom);
    expect(await row()).toMatchObject({ state: 'accepted', detail: '250 Taken as number 1', attempts: 1 });
    expect((await kindsOf(ticketId)).at(-1)).toBe('delivery.accepted');
    sender.stop();
  });

  it('P2 sends once, however often the job runs', async () => {
    const { sender, job, toThis, ticketId } = await relayed();
    for (let run = 0; run < 3; run++) await sender.send(job, firstTry);
    expect(toThis()).toHaveLength(1);
    expect((await kindsOf(ticketId)).filter(kind => kind === 'delivery.accepted')).toHaveLength(1);
    sender.stop();
  });

  it('F4 waits while the relay is busy, and sends when it is not', async () => {
    const { sender, job, row, toThis } = await relayed();
    sink.treat('busy');
    await expect(sender.send(job, firstTry)).rejects.toThrow('451');
    const waiting = await row();
    expect(waiting.state).toBe('deferred');
    expect(waiting.detail).toContain('Come back later');
    expect(waiting.next_try_at!.getTime()).toBeGreaterThan(Date.now());
    sink.treat('accept');
    await sender.send(job, { number: 2, isLast: false });
    expect(await row()).toMatchObject({ state: 'accepted', attempts: 2, next_try_at: null });
    expect(toThis()).toHaveLength(1);
    sender.stop();
  });

  it.each([
    ['reject', '5.1.1 No such person here'],
    ['spam', '5.7.1 Looks like spam'],
  ] as const)('F4 gives up at once when the server says no: %s', async (how, words) => {
    const { sender, job, row, ticketId } = await relayed();
    sink.treat(how);
    await sender.send(job, firstTry);
    const failed = await row();
    expect(failed.state).toBe('failed');
    expect(failed.detail).toContain(words);
    expect((await kindsOf(ticketId)).at(-1)).toBe('delivery.failed');
    sender.stop();
  });

  it('F4 gives up when the tries are used up', async () => {
    const { sender, job, row } = await relayed();
    sink.treat('busy');
    await sender.send(job, lastTry);
    expect((await row()).state).toBe('failed');
    sender.stop();
  });

  it('P2 repeats a mail only when nobody can know whether it was taken, under the same Message-ID', async () => {
    const { sender, job, toThis } = await relayed();
    sink.treat('drop-after-data');
    await expect(sender.send(job, firstTry)).rejects.toThrow();
    expect(toThis()).toHaveLength(1);
    sink.treat('accept');
    await sender.send(job, { number: 2, isLast: false });
    expect(toThis()).toHaveLength(2);
    const ids = toThis().map(mail => /^Message-ID: (.*)$/im.exec(mail.raw)?.[1]);
    expect(ids[0]).toMatch(/^<g1-/);
    expect(ids[1]).toBe(ids[0]);
    sender.stop();
  });

  it.each(['silent', 'trickle'] as const)('F4 does not wait for ever for a server that is %s', async how => {
    const { sender, job, row } = await relayed();
    sink.treat(how);
    const began = Date.now();
    await expect(sender.send(job, firstTry)).rejects.toThrow();
    expect(Date.now() - began).toBeLessThan(5_000);
    expect((await row()).state).toBe('deferred');
    sender.stop();
  });

  it('F4 keeps the order of a ticket: a later reply waits for an earlier one', async () => {
    const { sender, job, ticketId, toThis } = await relayed();
    const laterId = await answer(desk, world.velo, world.lea, ticketId, '<p>Encore une chose</p>');
    const later = { workspaceId: world.velo.id, deliveryId: laterId };
    sink.treat('busy');
    await expect(sender.send(job, firstTry)).rejects.toThrow();
    sink.treat('accept');
    await sender.send(later, firstTry);
    expect(toThis()).toHaveLength(0);
    expect((await outboxRow(world.velo, laterId)).attempts).toBe(0);
    await sender.send(job, firstTry);
    await sender.send(later, firstTry);
    expect(toThis().map(mail => mail.raw.includes('Encore une chose'))).toEqual([false, true]);
    sender.stop();
  });

  it('keeps the mail where there is no server', async () => {
    const { job, row, toThis } = await relayed();
    const sender = openMailSender(desk);
    await sender.send(job, firstTry);
    expect((await row()).state).toBe('kept');
    expect(toThis()).toHaveLength(0);
    sender.stop();
  });

  it('gives up a delivery that no mail can be made of', async () => {
    const { sender, job, row } = await relayed();
    const place = { workspaceId: world.velo.id, deliveryId: 'not-an-id' };
    await sender.send(place, firstTry);
    await world.velo.run(null, ctx =>
      ctx.tx.updateTable('deliveries').set({ message_id: null }).where('id', '=', job.deliveryId).execute(),
    );
    await sender.send(job, firstTry);
    expect((await row()).state).toBe('failed');
    sender.stop();
  });
});

describe('a mailbox with its own server', () => {
  it('S29 signs in with its sealed password and sends from its address', async () => {
    const own = await openSink('the password');
    const mailboxId = await makeMailbox(desk, world.velo, {
      port: own.port,
      user: 'support',
      password: 'the password',
    });
    const { deliveryId } = await answerTicket(desk, world.velo, world.lea, mailboxId);
    const sender = openMailSender(withConfig(desk, { smtpUrl: sink.url }));
    await sender.send({ workspaceId: world.velo.id, deliveryId }, firstTry);
    expect(own.mails).toHaveLength(1);
    expect(own.mails[0]).toMatchObject({ user: 'support', from: expect.stringMatching(/^support-/) });
    expect(sink.mails).toHaveLength(0);
    sender.stop();
    await own.stop();
  });

  it('F26 lets the mail wait while the password is wrong, and takes the new one at once', async () => {
    const own = await openSink('the new one');
    const mailboxId = await makeMailbox(desk, world.velo, {
      port: own.port,
      user: 'support',
      password: 'the old one',
    });
    const { deliveryId } = await answerTicket(desk, world.velo, world.lea, mailboxId);
    const sender = openMailSender(desk);
    const job = { workspaceId: world.velo.id, deliveryId };
    await expect(sender.send(job, firstTry)).rejects.toThrow('535');
    const place = `${world.velo.id}/mailboxes.smtp_password/${mailboxId}`;
    await world.velo.run(null, ctx =>
      ctx.tx
        .updateTable('mailboxes')
        .set({ smtp_password: desk.secrets.seal('the new one', place) })
        .where('id', '=', mailboxId)
        .execute(),
    );
    await sender.send(job, { number: 2, isLast: false });
    expect((await outboxRow(world.velo, deliveryId)).state).toBe('accepted');
    sender.stop();
    await own.stop();
  });

  it('F4 holds up only its own mails when it does not answer', async () => {
    const own = await openSink();
    own.treat('silent');
    const mailboxId = await makeMailbox(desk, world.velo, { port: own.port, user: '', password: '' });
    const sender = openMailSender(withConfig(desk, { smtpUrl: sink.url }), { longestMs: 3_000 });
    const slow = await Promise.all(
      [1, 2, 3, 4].map(() => answerTicket(desk, world.velo, world.lea, mailboxId)),
    );
    const other = await answerTicket(desk, world.velo, world.lea);
    const jobOf = ({ deliveryId }: { deliveryId: string }) => ({ workspaceId: world.velo.id, deliveryId });
    const stuck = slow.slice(0, 3).map(one => sender.send(jobOf(one), firstTry).catch(() => 'waits'));
    await expect.poll(async () => (await outboxRow(world.velo, slow[2]!.deliveryId)).state).toBe('sending');
    const began = Date.now();
    await sender.send(jobOf(slow[3]!), firstTry);
    expect((await outboxRow(world.velo, slow[3]!.deliveryId)).attempts).toBe(0);
    await sender.send(jobOf(other), firstTry);
    expect((await outboxRow(world.velo, other.deliveryId)).state).toBe('accepted');
    expect(Date.now() - began).toBeLessThan(1_500);
    expect(await Promise.all(stuck)).toEqual(['waits', 'waits', 'waits']);
    sender.stop();
    await own.stop();
  });
});
