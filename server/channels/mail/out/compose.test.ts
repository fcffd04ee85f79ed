import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { receive, writeNote } from '../../../desk/messages/index.ts';
import { queueDelivery } from '../../../platform/outbox/index.ts';
import { useDesk } from '../../../testing/desk.ts';
import { incoming, makeWorld, type World } from '../../../testing/world.ts';
import { NoLetter } from './letter.ts';
import { emlOf } from './mime.ts';
import { answer, answerTicket, letterOf, makeMailbox, outboxRow } from './sending.story.ts';
import { readThreadToken, verifyThreadToken } from './thread-token.ts';

const desk = useDesk({ PUBLIC_URL: 'https://desk.example' });
let world: World;
beforeAll(async () => {
  world = await makeWorld(desk);
});

describe('a reply to the customer', () => {
  it('CHP-05 carries the agent’s words, both as text and as HTML, in the thread of the customer’s mail', async () => {
    const mailboxId = await makeMailbox(desk, world.velo, null);
    const { deliveryId, email, ticketId, number } = await answerTicket(
      desk,
      world.velo,
      world.lea,
      mailboxId,
    );
    const letter = await letterOf(desk, world.velo, deliveryId);
    const mail = await PostalMime.parse(await emlOf(desk.storage, letter, new Date()));
    expect(mail.subject).toBe('Re: Mon vélo grince');
    expect(mail.from?.name).toBe('Léa (Vélo & Cie)');
    expect(mail.to).toEqual([expect.objectContaining({ address: email, name: 'Anne Martin' })]);
    expect(mail.html).toContain('<b>passez nous voir</b>');
    expect(mail.text).toContain('passez nous voir');
    expect(mail.text).toContain('> Bonjour, mon vélo grince depuis hier.');
    expect(mail.text).toMatch(/Le .+, Anne Martin a écrit\u00a0:/);
    expect(mail.text).toContain(`Demande n°\u00a0${number}`);
    expect(mail.inReplyTo).toMatch(/^<first-.*@client\.example>$/);
    expect(mail.references).toBe(mail.inReplyTo);
    const token = readThreadToken(mail.messageId!)!;
    expect(mail.messageId).toMatch(/@velo\.example>$/);
    const thread = { workspaceId: world.velo.id, ticketId, deliveryId, recipient: email };
    expect(verifyThreadToken(desk.secrets, thread, token.mac)).toBe(true);
    expect(mail.headers.find(one => one.key === 'x-guichet-ticket')?.value).toBe(String(number));
    expect(mail.headers.some(one => one.key === 'auto-submitted')).toBe(false);
    expect(mail.replyTo).toBeUndefined();
  });

  it('S5 asks for the answer at the plus address where the mailbox takes one', async () => {
    const mailboxId = await makeMailbox(desk, world.velo, null, true);
    const { deliveryId } = await answerTicket(desk, world.velo, world.lea, mailboxId);
    const { replyTo, messageId } = await letterOf(desk, world.velo, deliveryId);
    expect(replyTo).toMatch(/^support-\w+\+g1-[a-z2-7]{42}@velo\.example$/);
    expect(replyTo!.split('@')[0]!.length).toBeLessThanOrEqual(64);
    expect(readThreadToken(replyTo!)).toEqual(readThreadToken(messageId));
  });

  it('goes on with the chain of the ticket, our own mails included', async () => {
    const { deliveryId, email, ticketId } = await answerTicket(desk, world.velo, world.lea);
    const first = await letterOf(desk, world.velo, deliveryId);
    await world.velo.run(null, ctx =>
      receive(
        ctx,
        incoming({ joins: ticketId, messageId: '<second@client.example>', sender: { name: 'Anne', email } }),
      ),
    );
    const next = await answer(desk, world.velo, world.karim, ticketId, '<p>Merci</p>');
    const { inReplyTo, references } = await letterOf(desk, world.velo, next);
    expect(inReplyTo).toBe('<second@client.example>');
    expect(references).toEqual([first.references[0], first.messageId, '<second@client.example>']);
  });

  it('LUM-34 never holds a word of a note, and no note is ever sent', async () => {
    const { ticketId, deliveryId: firstId } = await answerTicket(desk, world.velo, world.lea);
    const canary = `canary${randomUUID().replaceAll('-', '')}`;
    const noteId = await world.velo.run(world.karim, ctx =>
      writeNote(ctx, desk.secrets, ticketId, { html: `<p>${canary}</p>`, fileIds: [] }),
    );
    const next = await answer(desk, world.velo, world.karim, ticketId, '<p>Voilà</p>');
    for (const id of [firstId, next]) {
      const letter = await letterOf(desk, world.velo, id);
      const eml = (await emlOf(desk.storage, letter, new Date())).toString();
      const parsed = await PostalMime.parse(eml);
      expect(`${eml}${parsed.html}${parsed.text}`).not.toContain(canary);
      expect(parsed.text).toContain('grince');
    }
    for (const purpose of ['reply', 'customer-replied', 'acknowledgement'] as const) {
      const id = await world.velo.run(null, ctx =>
        queueDelivery(ctx, { purpose, recipient: 'anne@client.example', ticketId, messageId: noteId }),
      );
      const letter = await letterOf(desk, world.velo, id!).catch(error => error);
      expect(letter instanceof NoLetter || !JSON.stringify(letter).includes(canary)).toBe(true);
      if (purpose === 'reply') expect(letter).toBeInstanceOf(NoLetter);
    }
  });

  it('LUM-34 tells a teammate that a note mentions them, where it is, and nothing of what it says', async () => {
    const { ticketId, number } = await answerTicket(desk, world.velo, world.lea);
    const canary = `canary${randomUUID().replaceAll('-', '')}`;
    const html = `<p><span data-mention="${world.nina}">@Nina</span> ${canary}</p>`;
    const noteId = await world.velo.run(world.lea, ctx =>
      writeNote(ctx, desk.secrets, ticketId, { html, fileIds: [] }),
    );
    const id = await world.velo.run(null, async ctx => {
      const note = await ctx.tx
        .selectFrom('events')
        .select('id')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('ticket_id', '=', ticketId)
        .where('kind', '=', 'message.noted')
        .executeTakeFirstOrThrow();
      const to = { recipient: 'nina@velo.example', ticketId, messageId: noteId, eventId: note.id };
      return queueDelivery(ctx, { purpose: 'mention', ...to });
    });
    const letter = await letterOf(desk, world.velo, id!);
    const eml = (await emlOf(desk.storage, letter, new Date())).toString();
    expect(letter.subject).toBe(`Léa vous mentionne dans le ticket n°\u00a0${number}\u00a0: Mon vélo grince`);
    expect(letter.text).toContain(`/w/velo-cie/tickets/${number}?message=${noteId}`);
    expect(letter.text).toContain('parce qu’une note vous mentionne');
    expect(`${eml}${letter.html}${letter.text}`).not.toContain(canary);
  });

  it('S6 quotes nothing to an address that joined later', async () => {
    const { ticketId } = await answerTicket(desk, world.velo, world.lea);
    const { message_id } = await outboxRow(
      world.velo,
      await answer(desk, world.velo, world.lea, ticketId, '<p>Oui</p>'),
    );
    const id = await world.velo.run(null, ctx =>
      queueDelivery(ctx, {
        purpose: 'reply',
        recipient: 'later@other.example',
        ticketId,
        messageId: message_id,
      }),
    );
    const letter = await letterOf(desk, world.velo, id!);
    expect(letter.text).toContain('Oui');
    expect(letter.text).not.toContain('grince');
    expect(letter.references).toEqual([]);
  });

  it('LUM-19 carries a video as a picture with its title and address', async () => {
    const { ticketId } = await answerTicket(desk, world.velo, world.lea);
    const card = '<a data-youtube="dQw4w9WgXcQ" href="https://evil.example/">Régler vos freins</a>';
    const id = await answer(desk, world.velo, world.lea, ticketId, `<p>Voyez</p>${card}`);
    const letter = await letterOf(desk, world.velo, id);
    const mail = await PostalMime.parse(await emlOf(desk.storage, letter, new Date()));
    const address = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
    expect(mail.html).toContain('src="https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg"');
    expect(mail.html).toContain(`<a href="${address}"`);
    expect(mail.html).not.toMatch(/evil|iframe|data-youtube/);
    expect(mail.text).toContain(`Régler vos freins\n${address}`);
  });

  it('ends with the agent’s signature', async () => {
    const { deliveryId } = await answerTicket(desk, world.velo, world.nina);
    await world.velo.run(world.nina, ctx =>
      ctx.tx
        .updateTable('agents')
        .set({ signature_html: '<p>Nina · <i>atelier</i></p>' })
        .where('workspace_id', '=', world.velo.id)
        .where('id', '=', world.nina)
        .execute(),
    );
    const { html, text } = await letterOf(desk, world.velo, deliveryId);
    expect(html).toContain('<i>atelier</i>');
    expect(text).toMatch(/passez nous voir\.\n\n-- \nNina · atelier\n/);
  });

  it('LUM-18 streams files, and shows an inline image where it stands in the text', async () => {
    const { ticketId } = await answerTicket(desk, world.velo, world.lea);
    const next = await answer(desk, world.velo, world.lea, ticketId, '<p>Voyez</p>');
    const { message_id } = await outboxRow(world.velo, next);
    const bytes = Buffer.alloc(300_000, 'guichet');
    const imageId = randomUUID();
    for (const [id, name, type, inline] of [
      [imageId, 'roue.png', 'image/png', true],
      [randomUUID(), 'devis été.pdf', 'application/pdf', false],
    ] as const) {
      const stored = await desk.storage.put(Readable.from([bytes]), 1_000_000);
      await world.velo.run(world.lea, ctx =>
        ctx.tx
          .insertInto('files')
          .values({
            workspace_id: world.velo.id,
            id,
            ticket_id: ticketId,
            message_id,
            uploaded_by: world.lea,
            name,
            type,
            size: bytes.length,
            sha256: stored.sha256,
            storage_key: stored.key,
            content_id: id,
            is_inline: inline,
          })
          .execute(),
      );
    }
    const letter = await letterOf(desk, world.velo, next);
    const mail = await PostalMime.parse(await emlOf(desk.storage, letter, new Date()));
    const [image, devis] = mail.attachments;
    expect(image).toMatchObject({ contentId: `<${imageId}>`, disposition: 'inline', related: true });
    expect(devis).toMatchObject({ filename: 'devis été.pdf', disposition: 'attachment' });
    expect(Buffer.from(devis!.content as ArrayBuffer).equals(bytes)).toBe(true);
  });
});
