// A report that one of our mails did not arrive. It belongs to the mail whose Message-ID it carries: in its headers, in the
// copy of the mail that it returns, or in its words. Only a token that verifies counts, so that nobody can have us believe
// that a mail came back which they have never seen.
import { tellDelivery } from '../../../desk/messages/index.ts';
import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { type DeliveryRow, reportDelivery } from '../../../platform/outbox/index.ts';
import { readThreadToken, verifyThreadToken } from '../out/thread-token.ts';
import type { ReadMail } from '../reading/index.ts';
import { tokensOf } from './tokens.ts';

const withOriginal =
  /^(?:message\/(?:rfc822|global|partial|.*delivery-status)|text\/(?:rfc822-headers|plain))/i;
const mostBytes = 200_000;
const mostTokens = 20;

/** Takes a report to the mail that it is about. Gives that mail, or null where the report is about none of ours. */
export async function takeBounce(
  ctx: Ctx,
  secrets: Secrets,
  mail: ReadMail,
  { id: reportId, envelopeTo }: { id: string; envelopeTo: string },
): Promise<DeliveryRow | null> {
  if (!mail.machine.bounce) return null;
  const delivery = await deliveryOf(ctx, secrets, mail, envelopeTo);
  if (!delivery) return null;
  const { isDelay, hard, diagnosis } = mail.machine;
  const state = isDelay ? 'delayed' : 'bounced';
  const isNew = await reportDelivery(ctx, delivery.id, {
    state,
    isDead: isDelay ? null : hard,
    detail: diagnosis.replaceAll('\u0000', ''),
    reportId,
  });
  if (isNew) await tellDelivery(ctx, delivery, `delivery.${state}`);
  return delivery;
}

async function deliveryOf(
  ctx: Ctx,
  secrets: Secrets,
  mail: ReadMail,
  envelopeTo: string,
): Promise<DeliveryRow | null> {
  for (const { deliveryId, mac } of [...tokensOf(mail, envelopeTo), ...tokensInside(mail)]) {
    const row = await ctx.tx
      .selectFrom('deliveries')
      .selectAll()
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', deliveryId)
      .executeTakeFirst();
    if (!row?.ticket_id) continue;
    const { ticket_id: ticketId, recipient } = row;
    if (verifyThreadToken(secrets, { workspaceId: ctx.workspaceId, ticketId, deliveryId, recipient }, mac))
      return row;
  }
  return null;
}

/** Tokens in what a report says and returns, each once. */
function tokensInside(mail: ReadMail): { deliveryId: string; mac: Buffer }[] {
  const texts = [
    mail.text.slice(0, mostBytes),
    ...mail.attachments
      .filter(file => withOriginal.test(file.type))
      .map(file => Buffer.from(file.content.subarray(0, mostBytes)).toString('latin1')),
  ];
  const words = new Set(texts.flatMap(text => text.match(/\bg1-[a-z2-7]{42}(?=[@>\s])/gi) ?? []));
  return [...words].slice(0, mostTokens).flatMap(word => readThreadToken(word) ?? []);
}
