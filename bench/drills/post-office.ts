// The world's mail in one process: what the desk sends comes in by SMTP, goes to whoever lives at the address, and their
// answers go on, into the desk by LMTP where they are for one of its mailboxes.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type LmtpClient, openLmtp } from '../../e2e/support/lmtp.ts';
import { readAll } from './faulty-server.ts';

export interface Mail {
  /** Whom an answer goes to: Reply-To, or From. */
  from: string;
  to: string;
  subject: string;
  messageId: string;
  /** By the desk, and no agent's words (RFC 3834, 5). */
  isAutomatic: boolean;
  raw: string;
}

/** What somebody does with a mail that they get: the mails that they send. */
export type Hand = (mail: Mail) => Mail[];

export interface PostOffice {
  port: number;
  /** Brings mails to whom they are for, and whatever these answer. */
  post(mails: Mail[]): void;
  /** Automatic mails of the desk, and all others, by the two addresses they went between, whoever of the two wrote. */
  pairs: Map<string, { automatic: number; other: number }>;
  /** Milliseconds since the last mail. */
  quietForMs(): number;
  /** Mails for the desk that it did not take. */
  refused: string[];
  stop(): Promise<void>;
}

/** The two ends of a conversation, in an order that does not depend on who wrote. */
export const pairOf = (one: string, other: string) => [one, other].sort().join(' <-> ');

/**
 * Opens it. `hands` are those who do something with their mail; anybody else only gets it. `isDesk` tells the addresses of
 * the desk's mailboxes.
 */
export async function openPostOffice(
  lmtpPort: () => number,
  isDesk: (address: string) => boolean,
  hands: Map<string, Hand>,
): Promise<PostOffice> {
  const pairs: PostOffice['pairs'] = new Map();
  const refused: string[] = [];
  let quietSince = performance.now();
  let isClosed = false;
  let client: Promise<LmtpClient> | null = null;

  function post(mails: Mail[]): void {
    const waiting = [...mails];
    for (let mail = waiting.shift(); mail && !isClosed; mail = waiting.shift()) {
      quietSince = performance.now();
      const key = pairOf(mail.from, mail.to);
      const pair = pairs.get(key) ?? { automatic: 0, other: 0 };
      pair[mail.isAutomatic ? 'automatic' : 'other']++;
      pairs.set(key, pair);
      if (isDesk(mail.to)) bring(mail).catch(error => refused.push(String(error)));
      else waiting.push(...(hands.get(mail.to)?.(mail) ?? []));
    }
  }

  async function bring({ from, to, raw }: Mail): Promise<void> {
    client ??= openLmtp({ port: lmtpPort() });
    const [result] = await (await client).send({ from, to: [to], raw });
    if (!result!.accepted) refused.push(`${from} to ${to}: ${result!.code} ${result!.text}`);
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onData: (stream, { envelope }, callback) => {
      readAll(stream).then(raw => {
        callback(null, 'Taken');
        for (const { address } of envelope.rcptTo) post([asMail(raw, address)]);
      }, callback);
    },
  });
  server.on('error', () => {});
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: (server.server.address() as AddressInfo).port,
    post,
    pairs,
    quietForMs: () => performance.now() - quietSince,
    refused,
    async stop() {
      isClosed = true;
      await (await client?.catch(() => null))?.close();
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
}

/** A mail of the desk as it came over the wire. */
function asMail(raw: string, to: string): Mail {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const field = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const addressIn = (text: string) => (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).toLowerCase();
  return {
    from: addressIn(field('Reply-To') || field('From')),
    to: to.toLowerCase(),
    subject: field('Subject'),
    messageId: field('Message-ID'),
    isAutomatic: /^auto-/i.test(field('Auto-Submitted')),
    raw,
  };
}
