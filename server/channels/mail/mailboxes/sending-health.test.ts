// F26 and issue 4, point 5: a mailbox that cannot send is told to those who can mend it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../../../testing/browser.ts';
import { useDesk } from '../../../testing/desk.ts';
import { makeWorld, type World } from '../../../testing/world.ts';
import { alarmOfSending } from '../index.ts';
import { openMailSender } from '../out/send.ts';
import { answerTicket, firstTry, letterOf, makeMailbox } from '../out/sending.story.ts';
import { openSink, type SmtpSink } from '../out/smtp-sink.story.ts';

const desk = useDesk({ PUBLIC_URL: 'https://desk.example' });
const minute = 60_000;
let world: World;
let lea: Browser;
let sink: SmtpSink;
let broken: string;
let sender: ReturnType<typeof openMailSender>;
beforeAll(async () => {
  world = await makeWorld(desk);
  lea = await openBrowser(desk, 'lea@velo.example');
  sink = await openSink('right');
  sender = openMailSender(desk, { longestMs: 1_500 });
  broken = await makeMailbox(desk, world.velo, { port: sink.port, user: 'support', password: 'wrong' });
});
afterAll(async () => {
  await sender?.stop();
  await sink?.stop();
});

/** The clock's round, so many minutes from now. */
const round = (minutes: number) =>
  world.velo.run(null, ctx =>
    alarmOfSending({ ...ctx, now: new Date(ctx.now.getTime() + minutes * minute) }),
  );
const alarms = () =>
  world.velo.run(null, ctx =>
    ctx.tx
      .selectFrom('deliveries')
      .select(['id', 'purpose', 'recipient', 'mailbox_id'])
      .where('purpose', 'like', 'mailbox-%')
      .orderBy('id')
      .execute(),
  );
async function bell() {
  const { body } = await lea.send('GET', `/api/w/${world.velo.slug}/notifications`);
  return body.notifications.map((one: { kind: string; mailboxId: string }) => [one.kind, one.mailboxId]);
}
async function box() {
  const { body } = await lea.send('GET', `/api/w/${world.velo.slug}/mailboxes`);
  return body.mailboxes.find((one: { id: string }) => one.id === broken);
}
async function send() {
  const { deliveryId } = await answerTicket(desk, world.velo, world.lea, broken);
  const job = { workspaceId: world.velo.id, deliveryId };
  await sender.send(job, firstTry).catch(() => {});
}

describe('a mailbox whose server takes no mail', () => {
  it('a refused recipient says nothing about the mailbox, and a mailbox that works is not written to', async () => {
    const works = await makeMailbox(desk, world.acme, {
      port: sink.port,
      user: 'support',
      password: 'right',
    });
    sink.treat('reject');
    const { deliveryId } = await answerTicket(desk, world.acme, world.bob, works);
    await sender.send({ workspaceId: world.acme.id, deliveryId }, firstTry);
    sink.treat('accept');
    const row = await world.acme.run(null, ctx =>
      ctx.tx
        .selectFrom('mailboxes')
        .select('send_failing_since')
        .where('id', '=', works)
        .executeTakeFirstOrThrow(),
    );
    expect(row.send_failing_since).toBeNull();
  });

  it('is shown at once with what the server said, and told to administrators after ten minutes, once', async () => {
    await send();
    expect(await box()).toMatchObject({
      state: 'failing',
      sendProblem: { detail: expect.stringContaining('535') },
    });
    await round(5);
    expect(await alarms()).toEqual([]);
    await round(11);
    await round(12);
    // Only Léa administers; there is no other mailbox, so the installation's relay has to carry it.
    expect(await alarms()).toMatchObject([
      { purpose: 'mailbox-failing', recipient: 'lea@velo.example', mailbox_id: null },
    ]);
    expect(await bell()).toEqual([['mailbox-failing', broken]]);
    const letter = await letterOf(desk, world.velo, (await alarms())[0]!.id);
    expect(letter.subject).toBe('Support n’envoie plus d’e-mails');
    expect(letter.text).toContain('Wrong password');
    expect(letter.text).toContain(`https://desk.example/w/${world.velo.slug}/settings/mailboxes/${broken}`);
  });

  it('once it sends again that is told as well; the next trouble goes by another mailbox', async () => {
    const place = `${world.velo.id}/mailboxes.smtp_password/${broken}`;
    const password = (text: string) =>
      world.velo.run(null, ctx =>
        ctx.tx
          .updateTable('mailboxes')
          .set({ smtp_password: desk.secrets.seal(text, place) })
          .where('id', '=', broken)
          .execute(),
      );
    await password('right');
    await send();
    expect(await box()).toMatchObject({ state: 'ok', sendProblem: null });
    await round(13);
    expect((await alarms()).map(one => one.purpose)).toEqual(['mailbox-failing', 'mailbox-working']);
    const other = await makeMailbox(desk, world.velo, { port: sink.port, user: 'other', password: 'right' });
    await password('wrong');
    await send();
    await round(30);
    expect((await alarms()).at(-1)).toMatchObject({ purpose: 'mailbox-failing', mailbox_id: other });
    expect((await bell()).map(([kind]: [string]) => kind)).toEqual([
      'mailbox-failing',
      'mailbox-working',
      'mailbox-failing',
    ]);
  });
});
