import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { type LmtpClient, openLmtp } from './lmtp.ts';

/**
 * How the relay treats mail: take it, answer 4xx, answer 5xx, or drop the connection after the data without an answer
 * (`drop`, the mail is not handed on; `drop-after-delivery`, it is: the sender cannot tell the two apart).
 */
export type RelayMode = 'accept' | 'tempfail' | 'reject' | 'drop' | 'drop-after-delivery';

/** One mail that the relay has handed on. */
export type Relayed = { from: string; to: string[]; raw: Buffer };

export type SmtpRelay = {
  port: number;
  /** For the product's SMTP_URL. */
  url: string;
  /** What has been handed on so far, in order. */
  relayed: Relayed[];
  /** How many times a mail was turned away or dropped by the mode set. */
  failures(): number;
  /** Changes the treatment from the next mail on, for all recipients or only for those that `only` picks. */
  setMode(mode: RelayMode, only?: (recipient: string) => boolean): void;
  stop(): Promise<void>;
};

export type RelayOptions = {
  /** The LMTP server that gets the mail. */
  lmtpPort: number;
  /** Where to listen; a free port when absent. */
  port?: number;
};

/**
 * Starts an SMTP server on loopback (no TLS, no sign-in) that hands every mail to the LMTP server on
 * `lmtpPort`, recipient by recipient, before it says 250. A refusal there is passed on to the sender with its code.
 */
export async function startSmtpRelay(options: RelayOptions): Promise<SmtpRelay> {
  const { lmtpPort } = options;
  let mode: RelayMode = 'accept';
  let isMeant = (_recipient: string) => true;
  let failed = 0;
  const relayed: Relayed[] = [];

  const modeFor = (recipients: string[]) => (recipients.some(isMeant) ? mode : 'accept');
  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
    const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
    const to = session.envelope.rcptTo.map(recipient => recipient.address);
    const raw = await readAll(stream);
    const treatment = modeFor(to);
    if (treatment !== 'accept') failed++;
    if (treatment === 'tempfail') throw refusal(451, '4.3.0 Try again later');
    if (treatment === 'drop') return server.drop(session);
    await handOn(lmtpPort, { from, to, raw });
    relayed.push({ from, to, raw });
    if (treatment === 'drop-after-delivery') server.drop(session);
  };

  const server = smtpServer({
    async onRcpt(recipient) {
      if (modeFor([recipient]) === 'reject') {
        failed++;
        throw refusal(550, '5.1.1 No such person here');
      }
      // asked here, since after the data SMTP has one answer for all recipients together
      const known = await withLmtp(lmtpPort, client => client.verify(recipient));
      if (!known.accepted) throw refusal(known.code, known.text);
    },
    onMail: take,
  });
  const port = await server.listen(options.port ?? 0);
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    relayed,
    failures: () => failed,
    setMode(next, only = () => true) {
      mode = next;
      isMeant = only;
    },
    stop: server.stop,
  };
}

function smtpServer(on: {
  onRcpt: (recipient: string) => Promise<void>;
  onMail: (stream: SMTPServerDataStream, session: SMTPServerSession) => Promise<void>;
}) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 500,
    onRcptTo({ address }, _session, callback) {
      on.onRcpt(address).then(
        () => callback(),
        error => callback(asError(error)),
      );
    },
    onData(stream, session, callback) {
      on.onMail(stream, session).then(
        () => callback(),
        error => callback(asError(error)),
      );
    },
  });
  // a connection cut by the sender is one of the things that drills do on purpose
  server.on('error', () => undefined);
  return {
    listen: (port: number) =>
      new Promise<number>((resolve, reject) => {
        server.server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve((server.server.address() as AddressInfo).port));
      }),
    drop({ id }: SMTPServerSession) {
      for (const connection of server.connections) if (connection.id === id) connection._socket.destroy();
    },
    stop: () => new Promise<void>(resolve => server.close(() => resolve())),
  };
}

async function withLmtp<T>(port: number, act: (client: LmtpClient) => Promise<T>): Promise<T> {
  const client = await openLmtp({ port, name: 'relay.example' });
  try {
    return await act(client);
  } finally {
    await client.close();
  }
}

async function handOn(port: number, mail: Relayed): Promise<void> {
  const results = await withLmtp(port, client => client.send(mail));
  const refused = results.find(each => !each.accepted);
  if (refused) throw refusal(refused.code, refused.text);
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
