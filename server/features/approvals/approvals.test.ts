import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyOf } from '../../desk/tickets/index.ts';
import { type Browser, openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { becomeOperator, keptMail } from '../../testing/kept-mail.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { decide, expireApprovals } from './index.ts';
import { outcomeOf, turnsOf } from './outcome.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
let karim: Browser;
let nina: Browser;
let base: string;
beforeAll(async () => {
  world = await makeWorld(desk);
  await becomeOperator(desk, 'lea@velo.example');
  const open = (name: string) => openBrowser(desk, `${name}@velo.example`);
  [lea, karim, nina] = [await open('lea'), await open('karim'), await open('nina')];
  base = `/api/w/${world.velo.slug}`;
});
afterAll(async () => {
  for (const one of [lea, karim, nina]) await one?.close();
});

type Mode = 'any' | 'all' | 'in_order';

/** Karim asks on a new ticket. Gives the address of the approval and of its list. */
async function ask(approverIds: string[], mode: Mode = 'any') {
  const { ticketId, number } = await openByMail(world.velo);
  const list = `${base}/tickets/${number}/approvals`;
  const body = {
    subject: 'Remboursement',
    question: 'Hors délai, 120 €',
    shared: 'Bon client',
    mode,
    approverIds,
  };
  const answer = await karim.send('POST', list, body);
  const id = answer.body.approvals?.[0]?.id;
  return { ticketId, number, list, id, own: `${base}/approvals/${id}`, answer };
}

const say = (who: Browser, own: string, decision: string, comment = '', version = 1) =>
  who.send('PUT', `${own}/decision`, { decision, comment, version });
const stateOf = async (list: string) => (await karim.send('GET', list)).body.approvals[0].state;
const bellOf = async (who: Browser) => (await who.send('GET', `${base}/notifications`)).body.notifications;

const mailsAbout = (ticketId: string) =>
  world.velo.run(null, ctx =>
    ctx.tx
      .selectFrom('deliveries')
      .select(['id', 'purpose', 'recipient'])
      .where('ticket_id', '=', ticketId)
      .where('purpose', 'like', 'approval-%')
      .orderBy('id')
      .execute(),
  );

describe('asking for approval', () => {
  it('ZOH-03 ZOH-04 tells the approver by mail and bell, and the asker of the answer; History tells all', async () => {
    const { ticketId, number, own, list } = await ask([world.lea]);
    expect((await bellOf(lea))[0]).toMatchObject({
      kind: 'approval-asked',
      title: 'Remboursement',
      actorId: world.karim,
      ticketNumber: number,
    });
    const [mail] = await mailsAbout(ticketId);
    const read = await keptMail(desk, lea, world.velo.slug, mail!.id);
    expect(read.subject).toBe('À approuver\u00a0: Remboursement');
    for (const words of ['Hors délai, 120 €', 'Bon client', 'Karim', `/tickets/${number}/approval`])
      expect(read.text).toContain(words);
    expect((await say(lea, own, 'accepted', 'Exceptionnel')).body.approvals[0]).toMatchObject({
      state: 'accepted',
      steps: [{ approverId: world.lea, decision: 'accepted', comment: 'Exceptionnel' }],
    });
    expect((await bellOf(karim))[0]).toMatchObject({ kind: 'approval-settled', outcome: 'accepted' });
    const mails = await mailsAbout(ticketId);
    expect(mails.map(one => [one.purpose, one.recipient])).toEqual([
      ['approval-asked', 'lea@velo.example'],
      ['approval-settled', 'karim@velo.example'],
    ]);
    expect((await keptMail(desk, lea, world.velo.slug, mails[1]!.id)).text).toContain('Exceptionnel');
    const lines = await world.velo.run(null, ctx => historyOf(ctx, ticketId, 20));
    const kinds = lines.map(line => line.kind).filter(kind => kind.startsWith('approval.'));
    expect(kinds).toEqual(['approval.decided', 'approval.asked']);
    expect(JSON.stringify(lines)).not.toContain('Exceptionnel');
    expect(await stateOf(list)).toBe('accepted');
  });

  it('D-17 nobody approves their own, neither asked nor by delegation', async () => {
    expect((await ask([world.karim])).answer.body).toMatchObject({ error: 'approver-is-asker' });
    const { own } = await ask([world.lea]);
    const handed = await lea.send('PUT', `${own}/delegation`, { agentId: world.karim });
    expect([handed.status, handed.body.error]).toEqual([422, 'approver-is-asker']);
    const uninvited = await say(karim, own, 'accepted');
    expect([uninvited.status, uninvited.body.error]).toEqual([403, 'approval-not-yours']);
    expect((await ask([world.bob])).answer.body.error).toBe('agent-not-available');
  });

  it('S19 an approver must be able to see the ticket, and what one may not see one does not decide', async () => {
    const limit = (folderIds: string[] | null) =>
      lea.send('PATCH', `${base}/agents/${world.nina}`, { folderIds });
    expect((await limit([])).status).toBeLessThan(300);
    const refused = (await ask([world.nina])).answer;
    expect([refused.status, refused.body.error, refused.body.facts.name]).toEqual([
      422,
      'approver-cannot-see',
      'Nina',
    ]);
    await limit(null);
    const { id } = await ask([world.nina]);
    const blind = world.velo.run(world.nina, ctx =>
      decide({ ...ctx, onlyFolders: [] }, id, { decision: 'accepted', comment: '', version: 1 }),
    );
    await expect(blind).rejects.toMatchObject({ kind: 'NotFound' });
  });
});

describe('deciding', () => {
  it('ZOH-04 a rejection needs its reason', async () => {
    const { own, list } = await ask([world.lea]);
    const bare = await say(lea, own, 'rejected');
    expect([bare.status, bare.body.error, bare.body.facts.fields]).toEqual([
      422,
      'comment-needed',
      { comment: 'comment-needed' },
    ]);
    await say(lea, own, 'rejected', 'Trop tard');
    expect(await stateOf(list)).toBe('rejected');
  });

  it('S21 of two decisions at once one wins and the other is told', async () => {
    for (let round = 0; round < 5; round++) {
      const { own, list, ticketId } = await ask([world.lea, world.nina]);
      const answers = await Promise.all([say(lea, own, 'accepted'), say(nina, own, 'rejected', 'Non')]);
      const statuses = answers.map(answer => answer.status);
      expect([...statuses].sort()).toEqual([200, 409]);
      expect(answers[statuses.indexOf(409)]!.body.error).toBe('approval-settled');
      const won = statuses[0] === 200 ? 'accepted' : 'rejected';
      expect(await stateOf(list)).toBe(won);
      const lines = await world.velo.run(null, ctx => historyOf(ctx, ticketId, 20));
      expect(lines.filter(line => line.kind === 'approval.decided')).toHaveLength(1);
      const told = (await mailsAbout(ticketId)).filter(mail => mail.purpose === 'approval-settled');
      expect(told).toHaveLength(1);
    }
  });

  it('S21 what was changed since is not decided, and everybody is asked anew', async () => {
    const { own, list, ticketId } = await ask([world.lea, world.nina], 'all');
    await say(lea, own, 'accepted');
    const changed = { subject: 'Remboursement', question: '1 200 €', shared: '', version: 1 };
    expect((await karim.send('PATCH', own, changed)).body.approvals[0]).toMatchObject({ version: 2 });
    const stale = await say(nina, own, 'accepted', '', 1);
    expect([stale.status, stale.body.error]).toEqual([409, 'approval-changed']);
    expect((await karim.send('PATCH', own, changed)).body.error).toBe('approval-changed');
    await say(nina, own, 'accepted', '', 2);
    expect(await stateOf(list)).toBe('waiting');
    await say(lea, own, 'accepted', '', 2);
    expect(await stateOf(list)).toBe('accepted');
    expect((await mailsAbout(ticketId)).filter(mail => mail.purpose === 'approval-asked')).toHaveLength(4);
  });

  it('D-17 in order, each is asked when it is their turn, and a rejection ends it', async () => {
    const { own, list, ticketId } = await ask([world.nina, world.lea], 'in_order');
    const asked = async () => (await mailsAbout(ticketId)).map(mail => mail.recipient);
    expect(await asked()).toEqual(['nina@velo.example']);
    expect((await say(lea, own, 'accepted')).body.error).toBe('approval-not-your-turn');
    await say(nina, own, 'accepted');
    expect(await asked()).toEqual(['nina@velo.example', 'lea@velo.example']);
    await say(lea, own, 'rejected', 'Non');
    expect(await stateOf(list)).toBe('rejected');
  });

  it('D-17 the decision is handed on, withdrawn, and not repeated to people within the hour', async () => {
    const { own, list } = await ask([world.lea]);
    expect(
      (await lea.send('PUT', `${own}/delegation`, { agentId: world.nina })).body.approvals[0].steps,
    ).toMatchObject([{ approverId: world.nina, delegatedBy: world.lea, isTheirTurn: true }]);
    expect((await say(lea, own, 'accepted')).status).toBe(403);
    const soon = await karim.send('POST', `${own}/reminder`);
    expect([soon.status, soon.body.error]).toEqual([429, 'approval-just-reminded']);
    expect((await nina.send('POST', `${own}/withdrawal`)).status).toBe(403);
    expect((await karim.send('POST', `${own}/withdrawal`)).status).toBe(200);
    expect(await stateOf(list)).toBe('withdrawn');
    expect((await say(nina, own, 'accepted')).body.error).toBe('approval-settled');
  });

  it('S21 what nobody decided in time ends, once, and the asker is told', async () => {
    const { id, own, list, ticketId } = await ask([world.lea]);
    await world.velo.run(null, ctx =>
      ctx.tx
        .updateTable('approvals')
        .set({ expires_at: ctx.now })
        .where('workspace_id', '=', ctx.workspaceId)
        .where('id', '=', id)
        .execute(),
    );
    await Promise.all([1, 2].map(() => world.velo.run(null, ctx => expireApprovals(ctx))));
    expect(await stateOf(list)).toBe('expired');
    expect((await say(lea, own, 'accepted')).body.error).toBe('approval-settled');
    const mails = (await mailsAbout(ticketId)).map(mail => mail.purpose);
    expect(mails).toEqual(['approval-asked', 'approval-settled']);
  });
});

describe('several answers', () => {
  const step = (position: number, decision: 'accepted' | 'rejected' | null) => ({
    position,
    approver_id: String(position),
    decision,
  });
  it.each([
    ['any', [null, null], null],
    ['any', [null, 'accepted'], 'accepted'],
    ['any', ['rejected', null], 'rejected'],
    ['all', ['accepted', null], null],
    ['all', ['accepted', 'accepted'], 'accepted'],
    ['all', [null, 'rejected'], 'rejected'],
    ['in_order', ['accepted', null], null],
    ['in_order', ['accepted', 'accepted'], 'accepted'],
  ] as const)('D-17 %s of %j is %s', (mode, said, outcome) => {
    const steps = said.map((decision, position) => step(position, decision));
    expect(outcomeOf(mode, steps)).toBe(outcome);
    if (!outcome)
      expect(turnsOf(mode, steps).length).toBe(mode === 'in_order' ? 1 : said.filter(one => !one).length);
  });
});
