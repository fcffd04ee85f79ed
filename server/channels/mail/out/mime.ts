// From a letter to what nodemailer puts on the wire.
import type { Readable } from 'node:stream';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { Storage } from '../../../platform/files/index.ts';
import type { Letter } from './letter.ts';

/**
 * Runs work with the mail as nodemailer wants it; files are streamed from storage and let go of afterwards, whatever
 * came of it. @throws when a file is not in storage
 */
export async function withMime<T>(
  storage: Storage,
  letter: Letter,
  at: Date,
  work: (mail: SendMailOptions) => Promise<T>,
): Promise<T> {
  const open: Readable[] = [];
  try {
    for (const file of letter.files) {
      const stream = await storage.get(file.storageKey);
      // Without a listener, a stream that fails before it is read would end the process.
      stream.on('error', () => {});
      open.push(stream);
    }
    return await work(mimeOf(letter, open, at));
  } finally {
    for (const stream of open) stream.destroy();
  }
}

function mimeOf(letter: Letter, streams: Readable[], at: Date): SendMailOptions {
  const { messageId, from, to, subject, html, text, headers, references } = letter;
  return {
    messageId,
    from,
    to: letter.named?.to ?? [to],
    cc: letter.named?.cc ?? [],
    subject,
    html,
    text,
    headers,
    references,
    date: at,
    inReplyTo: letter.inReplyTo ?? undefined,
    replyTo: letter.replyTo ?? undefined,
    envelope: { from: letter.envelopeFrom, to: [to.address] },
    attachments: letter.files.map((file, index) => ({
      filename: file.name,
      contentType: file.type,
      content: streams[index],
      cid: file.contentId ?? undefined,
      contentDisposition: file.contentId ? ('inline' as const) : ('attachment' as const),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  };
}

const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** The mail as bytes (.eml). */
export function emlOf(storage: Storage, letter: Letter, at: Date): Promise<Buffer> {
  return withMime(storage, letter, at, async mail => (await writer.sendMail(mail)).message as Buffer);
}
