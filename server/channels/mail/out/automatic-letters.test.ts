import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeTicket } from '../../../desk/tickets/index.ts';
import { queueDelivery } from '../../../platform/outbox/index.ts';
import { useDesk } from '../../../testing/desk.ts';
import { makeWorld, openByMail, type World } from '../../../testing/world.ts';
import { emlOf } from './mime.ts';
import { answer, letterOf, outboxRow } from './sending.story.ts';
import { readThreadToken } from './thread-token.ts';

const desk = useDesk({ PUBLIC_URL: 'https://desk.example' });
let world: World;
beforeAll(async () => {
  world = await makeWorld(desk);
});

describe('the acknowledgement', () => {
  it('LIV-21 tells the number in the contact’s language', async () => {
    const opened = await openByMail(world.velo, {
      language: 'en',
      sender: { name: 'John', email: 'john@client.example' },
    });
    const id = await world.velo.run(null, ctx =>
      queueDelivery(ctx, { purpose: 'acknowledgement', recipient: 'john@client.example', ...opened }),
    );
    const letter = await letterOf(desk, world.velo, id!);
    expect(letter.subject).toBe(`We have received your request ${opened.number}`);
    expect(letter.text).toContain(`Its number is ${opened.number}.`);
  });

  it('S1, S9: has none of the sender’s words and says that it is automatic', async () => {
    const canary = `canary${randomUUID().slice(0, 8)}`;
    const email = `${randomUUID().slice(0, 8)}@client.example`;
    const opened = await openByMail(world.velo, {
      sender: { name: `Name ${canary}`, email },
      subject: `Subject ${canary}`,
      text: `Text ${canary}`,
      newHtml: `<p>${canary}</p>`,
      messageId: '<theirs@client.example>',
    });
    const id = await world.velo.run(null, ctx =>
      queueDelivery(ctx, { purpose: 'acknowledgement', recipient: email, ...opened }),
    );
    const letter = await letterOf(desk, world.velo, id!);
    const eml = (await emlOf(desk.storage, letter, new Date())).toString();
    const mail = await PostalMime.parse(eml);
    expect(`${eml}${mail.subject}${mail.text}${mail.html}`).not.toContain(canary);
    expect(letter.headers).toMatchObject({ 'Auto-Submitted': 'auto-replied' });
    expect(mail.inReplyTo).toBe('<theirs@client.example>');
    expect(eml).toMatch(/^X-Guichet-Loop: [0-9a-f]{32}\.[0-9a-f]{24}\r$/m);
  });
});

describe('what an acknowledgement promises', () => {
  it('LIV-21 is what the latest tickets really took, and nothing before there are enough', async () => {
    const acknowledge = async () => {
      const sender = { name: 'Ann', email: `${randomUUID()}@client.example` };
      const opened = await openByMail(world.acme, { language: 'en', sender });
      const id = await world.acme.run(null, ctx =>
        queueDelivery(ctx, { purpose: 'acknowledgement', recipient: sender.email, ...opened }),
      );
      return (await letterOf(desk, world.acme, id!)).text;
    };
    expect(await acknowledge()).not.toContain('within');
    const threeHoursAgo = new Date(Date.now() - 2.5 * 3600_000);
    for (let ticket = 0; ticket < 20; ticket++) {
      const { ticketId } = await openByMail(world.acme, { at: threeHoursAgo });
      await answer(desk, world.acme, world.bob, ticketId, '<p>Done</p>');
    }
    expect(await acknowledge()).toContain('Most requests are answered within 3 hours.');
  });
});

describe('a notice to an agent', () => {
  it('LUM-31 names who handed the ticket over, in the agent’s language, with a link and the customer’s words', async () => {
    const { ticketId, number } = await openByMail(world.velo);
    const { eventId } = await world.velo.run(world.lea, ctx =>
      changeTicket(ctx, ticketId, () => ({
        kind: 'ticket.assigned',
        facts: {},
        set: { assignee_id: world.karim },
      })),
    );
    const id = await world.velo.run(null, ctx =>
      queueDelivery(ctx, { purpose: 'assignment', recipient: 'karim@velo.example', ticketId, eventId }),
    );
    const letter = await letterOf(desk, world.velo, id!);
    expect(letter.subject).toBe(`Le ticket n°\u00a0${number} vous est confié\u00a0: Mon vélo grince`);
    expect(letter.text).toContain(`Léa vous a confié le ticket n°\u00a0${number}.`);
    expect(letter.text).toContain(`https://desk.example/w/${world.velo.slug}/tickets/${number}`);
    expect(letter.text).toContain('> Bonjour, mon vélo grince depuis hier.');
    expect(letter.headers['Auto-Submitted']).toBe('auto-generated');
    expect(readThreadToken(letter.messageId)).toBe(null);
  });
});

describe('mails about an account', () => {
  it.each(['invitation', 'reset'] as const)('open the sealed link of an %s only here', async purpose => {
    const link = `https://desk.example/${purpose}?token=secret-${randomUUID()}`;
    const place = `${world.velo.id}/deliveries.content/${purpose}`;
    const sealedLink = desk.secrets.seal(link, place).toString('base64');
    const id = await world.velo.run(null, ctx =>
      queueDelivery(ctx, {
        purpose,
        recipient: 'new@velo.example',
        content: { sealedLink, inviterName: 'Léa', language: 'fr' },
      }),
    );
    expect(JSON.stringify((await outboxRow(world.velo, id!)).content)).not.toContain('secret-');
    const letter = await letterOf(desk, world.velo, id!);
    expect(letter.text).toContain(link);
    expect(letter.html).toContain(link.replaceAll('&', '&amp;'));
    expect(readThreadToken(letter.messageId)).toBe(null);
    expect(letter.headers['Auto-Submitted']).toBe('auto-generated');
  });

  it('refuse a link that was sealed for another workspace', async () => {
    const sealedLink = desk.secrets
      .seal('https://x', `${world.acme.id}/deliveries.content/reset`)
      .toString('base64');
    const id = await world.velo.run(null, ctx =>
      queueDelivery(ctx, { purpose: 'reset', recipient: 'new@velo.example', content: { sealedLink } }),
    );
    await expect(letterOf(desk, world.velo, id!)).rejects.toThrow();
  });
});
