import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { changeTicket } from '../tickets/index.ts';
import { hasAttached, insertWritten, prepare } from './written.ts';

/** Writes an internal note: no status changes and nothing leaves the desk (LUM-02, LUM-34). Gives the message's id. */
export async function writeNote(
  ctx: Ctx,
  secrets: Secrets,
  ticketId: string,
  input: { html: string; fileIds: string[] },
): Promise<string> {
  const written = await prepare(ctx, secrets, input);
  const messageId = newId();
  await changeTicket(ctx, ticketId, before => ({
    kind: 'message.noted',
    facts: { messageId },
    set: { message_count: before.message_count + 1, has_files: before.has_files || hasAttached(written) },
  }));
  await insertWritten(ctx, { ticketId, messageId, kind: 'note', to: [] }, written);
  return messageId;
}
