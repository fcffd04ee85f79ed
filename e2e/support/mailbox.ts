import { ImapFlow } from 'imapflow';
import PostalMime, { type Email } from 'postal-mime';
import { type Patience, waitFor } from './wait.ts';

/** A mail as it lies in the mailbox, raw and parsed. */
export type MailSeen = { uid: number; flags: string[]; raw: Buffer; mail: Email };

/** What a person could do with their mail program. Every call uses an IMAP connection of its own. */
export type Mailbox = {
  /** All mails of a folder, oldest first. */
  list(folder?: string): Promise<MailSeen[]>;
  /** Waits until a mail of the inbox satisfies `is`, and gives that mail. */
  waitFor(is: (seen: MailSeen) => boolean, patience?: Patience): Promise<MailSeen>;
  /** Puts a raw mail into a folder, as a mail program does with a sent one. */
  append(raw: string | Buffer, folder?: string): Promise<void>;
  /** Removes every mail of the inbox. */
  empty(): Promise<void>;
};

/** A mailbox on a loopback IMAP server without TLS. */
export function openMailbox(access: { port: number; user: string; password: string }): Mailbox {
  const inbox = (folder = 'INBOX') => withImap(access, client => readAll(client, folder));
  return {
    list: inbox,
    waitFor: (is, patience = {}) =>
      waitFor(`a mail in the inbox of ${access.user}`, async () => (await inbox()).find(is), {
        every: 200,
        ...patience,
      }),
    append: (raw, folder = 'INBOX') =>
      withImap(access, async client => {
        await client.append(folder, raw);
      }),
    empty: () =>
      withImap(access, async client => {
        await client.mailboxOpen('INBOX');
        await client.messageDelete('1:*');
      }),
  };
}

async function withImap<T>(
  access: { port: number; user: string; password: string },
  act: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: access.port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: access.user, pass: access.password },
    logger: false,
  });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.logout();
  }
}

async function readAll(client: ImapFlow, folder: string): Promise<MailSeen[]> {
  const box = await client.mailboxOpen(folder, { readOnly: true });
  if (box.exists === 0) return [];
  const seen: MailSeen[] = [];
  for await (const { uid, flags, source } of client.fetch('1:*', { uid: true, flags: true, source: true })) {
    const raw = source ?? Buffer.alloc(0);
    seen.push({ uid, flags: [...(flags ?? [])], raw, mail: await PostalMime.parse(raw) });
  }
  return seen;
}
