import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { writeNote } from './note.ts';

/** Writes an internal note from plain text, a paragraph for each line. Gives the message's id. */
export function writePlainNote(ctx: Ctx, secrets: Secrets, ticketId: string, text: string): Promise<string> {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const html = plain
    .split('\n')
    .map(line => `<p>${line}</p>`)
    .join('');
  return writeNote(ctx, secrets, ticketId, { html, fileIds: [] });
}
