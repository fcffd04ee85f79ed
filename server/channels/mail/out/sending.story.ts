// What the tests of outgoing mail share: tickets with replies, and the mails that follow from them.
import { randomUUID } from 'node:crypto';
import { reply } from '../../../desk/messages/index.ts';
import type { Platform } from '../../../platform/index.ts';
import type { TestDesk } from '../../../testing/desk.ts';
import { type Company, openByMail } from '../../../testing/world.ts';
import { compose } from './compose.ts';
import type { Letter } from './letter.ts';
import { deliveryById, gather } from './material.ts';

export const firstTry = { number: 1, isLast: false };
export const lastTry = { number: 22, isLast: true };

/** The platform of a desk with other settings. */
export function withConfig(desk: TestDesk, config: Partial<Platform['config']>): Platform {
  return { ...desk, config: { ...desk.config, ...config } };
}

/** An agent answers a new ticket. Gives the ticket and the delivery that waits to be sent. */
export async function answerTicket(
  desk: TestDesk,
  company: Company,
  agentId: string,
  mailboxId: string | null = null,
) {
  const email = `anne-${randomUUID().slice(0, 8)}@client.example`;
  const opened = await openByMail(company, {
    mailboxId,
    messageId: `<first-${randomUUID()}@client.example>`,
    sender: { name: 'Anne Martin', email },
  });
  const deliveryId = await answer(
    desk,
    company,
    agentId,
    opened.ticketId,
    '<p>Bonjour Anne, <b>passez nous voir</b>.</p>',
  );
  return { ...opened, deliveryId, email };
}

/** An agent answers a ticket. Gives the id of the delivery. */
export async function answer(
  desk: TestDesk,
  company: Company,
  agentId: string,
  ticketId: string,
  html: string,
) {
  return company.run(agentId, async ctx => {
    const messageId = await reply(ctx, desk.secrets, ticketId, { html, fileIds: [], status: 'pending' });
    const row = await ctx.tx
      .selectFrom('deliveries')
      .select('id')
      .where('message_id', '=', messageId)
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

/** A delivery as it stands in the outbox. */
export function outboxRow(company: Company, id: string) {
  return company.run(null, async ctx => (await deliveryById(ctx, id))!);
}

/** The mail of a delivery. */
export async function letterOf(platform: Platform, company: Company, id: string): Promise<Letter> {
  const material = await company.run(null, async ctx =>
    gather(ctx, platform, (await deliveryById(ctx, id))!),
  );
  return compose(platform, material);
}

/** A mailbox straight into the table. Gives its id. */
export async function makeMailbox(
  desk: TestDesk,
  company: Company,
  smtp: { port: number; user: string; password: string } | null,
  usesPlusAddress = false,
): Promise<string> {
  const id = randomUUID();
  const place = `${company.id}/mailboxes.smtp_password/${id}`;
  await company.run(null, ctx =>
    ctx.tx
      .insertInto('mailboxes')
      .values({
        workspace_id: company.id,
        id,
        name: 'Support',
        address: `support-${id.slice(0, 8)}@velo.example`,
        imap: null,
        imap_password: null,
        smtp:
          smtp && JSON.stringify({ host: '127.0.0.1', port: smtp.port, security: 'none', user: smtp.user }),
        smtp_password: smtp && desk.secrets.seal(smtp.password, place),
        folder_id: null,
        team_id: null,
        language: 'fr',
        acknowledges: true,
        uses_plus_address: usesPlusAddress,
        is_enabled: true,
      })
      .execute(),
  );
  return id;
}
