// An internal note that nobody at a screen has written: what came in somebody's name and could not be trusted (S7).
import type { Ctx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { changeTicket } from '../tickets/index.ts';
import { addFiles, type StoredFile } from './files.ts';
import { htmlOfText } from './text.ts';

/** Writes it by nobody; `author` is whose name it came in. It is told as odd by its notices. Gives the message's id. */
export async function noteByDesk(
  ctx: Ctx,
  ticketId: string,
  input: { author: { name: string; email: string }; text: string; files: StoredFile[]; notices: string[] },
): Promise<string> {
  const messageId = newId();
  await changeTicket(ctx, ticketId, before => ({
    kind: 'message.noted',
    facts: { messageId },
    set: {
      message_count: before.message_count + 1,
      has_files: before.has_files || input.files.some(file => !file.isInline),
    },
  }));
  await ctx.tx
    .insertInto('messages')
    .values({
      workspace_id: ctx.workspaceId,
      id: messageId,
      ticket_id: ticketId,
      kind: 'note',
      author_type: 'system',
      author_id: null,
      author_name: input.author.name,
      author_email: input.author.email,
      subject: '',
      text: input.text,
      quoted_text: '',
      html: htmlOfText(input.text),
      new_html: null,
      is_mail: false,
      has_remote_images: false,
      recipients: JSON.stringify({ to: [], cc: [], bcc: [] }),
      message_id: null,
      notices: input.notices,
      at: ctx.now,
    })
    .execute();
  await addFiles(ctx, { ticketId, messageId }, input.files);
  return messageId;
}
