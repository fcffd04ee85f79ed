import { connect, type Socket } from 'node:net';
import { type Reply, readReplies } from './smtp-replies.ts';

/** The connection ended before the server answered: nobody knows whether the mail was taken. */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost';
}

/** What happened to one recipient of one mail; `accepted` only for a 2xx after the data. */
export type RecipientResult = { recipient: string; accepted: boolean; code: number; text: string };

export type LmtpMail = { from: string; to: string[]; raw: string | Buffer };

export type LmtpClient = {
  /** Sends one mail and gives one result per recipient, in the order of `to`. Throws ConnectionLost. */
  send(mail: LmtpMail): Promise<RecipientResult[]>;
  /** Asks whether the server would take mail for this recipient, and sends none. Throws ConnectionLost. */
  verify(recipient: string): Promise<RecipientResult>;
  /** Says QUIT and closes; never throws. */
  close(): Promise<void>;
};

export type LmtpOptions = { port: number; host?: string; name?: string; timeoutMs?: number };

/**
 * Opens an LMTP connection (RFC 2033) that is reused for as many mails as wanted. Mails are sent one after the other;
 * open several clients for several sessions. Silence for `timeoutMs` (30 s by default) counts as a lost connection.
 */
export async function openLmtp(options: LmtpOptions): Promise<LmtpClient> {
  const { port, host = '127.0.0.1', name = 'client.example', timeoutMs = 30_000 } = options;
  const socket = connect({ port, host, noDelay: true });
  socket.on('timeout', () => socket.destroy(new Error(`silent for ${timeoutMs} ms`)));
  const replies = readReplies(socket);
  const reply = async (): Promise<Reply> => {
    // only while an answer is due: a connection may rest between two mails
    socket.setTimeout(timeoutMs);
    const got = await replies.next();
    socket.setTimeout(0);
    if (!got) throw new ConnectionLost(`connection to ${host}:${port} lost: ${replies.reason()}`);
    return got;
  };
  const ask = (command: string): Promise<Reply> => {
    socket.write(`${command}\r\n`);
    return reply();
  };

  try {
    expectOk(await reply(), 'greeting');
    expectOk(await ask(`LHLO ${name}`), 'LHLO');
  } catch (error) {
    socket.destroy();
    throw error;
  }

  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = before.then(act);
    before = done.catch(() => undefined);
    return done;
  };
  return {
    send: mail => inTurn(() => transact(mail, socket, ask, reply)),
    verify: recipient =>
      inTurn(async () => {
        await ask('MAIL FROM:<>');
        const answer = await ask(`RCPT TO:<${recipient}>`);
        await ask('RSET');
        return result(recipient, answer);
      }),
    close: () => quit(socket),
  };
}

/** Sends one mail over a connection of its own and gives one result per recipient. Throws ConnectionLost. */
export async function sendLmtp(options: LmtpOptions, mail: LmtpMail): Promise<RecipientResult[]> {
  const client = await openLmtp(options);
  try {
    return await client.send(mail);
  } finally {
    await client.close();
  }
}

async function transact(
  mail: LmtpMail,
  socket: Socket,
  ask: (command: string) => Promise<Reply>,
  reply: () => Promise<Reply>,
): Promise<RecipientResult[]> {
  const from = await ask(`MAIL FROM:<${mail.from}>`);
  if (!isOk(from)) {
    await ask('RSET');
    return mail.to.map(recipient => result(recipient, from));
  }
  const results = new Map<string, RecipientResult>();
  const taken: string[] = [];
  for (const recipient of mail.to) {
    const answer = await ask(`RCPT TO:<${recipient}>`);
    if (isOk(answer)) taken.push(recipient);
    else results.set(recipient, result(recipient, answer));
  }
  const data = taken.length > 0 ? await ask('DATA') : undefined;
  if (data?.code === 354) {
    socket.write(dotStuffed(mail.raw));
    for (const recipient of taken) results.set(recipient, result(recipient, await reply()));
  } else {
    for (const recipient of taken) results.set(recipient, result(recipient, data!));
    await ask('RSET');
  }
  return mail.to.map(recipient => results.get(recipient)!);
}

/** The mail as it goes over the wire: CRLF line ends, leading dots doubled, the final dot (RFC 5321, 4.5.2). */
export function dotStuffed(raw: string | Buffer): Buffer {
  // latin1 maps bytes to characters one to one, so any charset comes through unharmed
  const text = typeof raw === 'string' ? Buffer.from(raw).toString('latin1') : raw.toString('latin1');
  const lines = text.replace(/\r?\n/g, '\r\n').replace(/(^|\n)\./g, '$1..');
  return Buffer.from(lines.endsWith('\r\n') ? `${lines}.\r\n` : `${lines}\r\n.\r\n`, 'latin1');
}

function result(recipient: string, { code, text }: Reply): RecipientResult {
  return { recipient, accepted: code >= 200 && code < 300, code, text };
}

function isOk(reply: Reply): boolean {
  return reply.code >= 200 && reply.code < 300;
}

function expectOk(reply: Reply, what: string): void {
  if (!isOk(reply)) throw new Error(`${what} refused: ${reply.code} ${reply.text}`);
}

function quit(socket: Socket): Promise<void> {
  return new Promise(resolve => {
    if (socket.destroyed) return resolve();
    socket.once('close', () => resolve());
    socket.end('QUIT\r\n');
    socket.setTimeout(2_000, () => socket.destroy());
  });
}
