// A real SMTP server on loopback for tests, which takes, refuses or drops mail as told.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Treatment = 'accept' | 'busy' | 'reject' | 'spam' | 'drop-after-data' | 'silent' | 'trickle';

export interface SmtpSink {
  port: number;
  url: string;
  /** Mails that were taken, as they came over the wire. */
  mails: { from: string; to: string; raw: string; user: string | null }[];
  treat(how: Treatment): void;
  stop(): Promise<void>;
}

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

export async function openSink(password?: string): Promise<SmtpSink> {
  let treatment: Treatment = 'accept';
  const mails: SmtpSink['mails'] = [];
  const server = new SMTPServer({
    authOptional: password === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onAuth: ({ username, password: given }, _session, callback) =>
      given === password
        ? callback(null, { user: username })
        : callback(refusal(535, '5.7.8 Wrong password')),
    onRcptTo(_address, _session, callback) {
      if (treatment === 'reject') return callback(refusal(550, '5.1.1 No such person here'));
      if (treatment === 'busy') return callback(refusal(451, '4.3.0 Come back later'));
      callback();
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', chunk => chunks.push(chunk));
      stream.on('end', () => {
        const connection = [...server.connections].find(one => (one as { id?: string }).id === session.id);
        const socket = (connection as unknown as { _socket: import('node:net').Socket })._socket;
        if (treatment === 'spam') return callback(refusal(554, '5.7.1 Looks like spam'));
        if (treatment === 'silent') return;
        if (treatment === 'trickle') return trickle(socket);
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        const raw = Buffer.concat(chunks).toString('utf8');
        mails.push({ from, to: rcptTo[0]!.address, raw, user: session.user ?? null });
        if (treatment === 'drop-after-data') return void socket.destroy();
        callback(null, 'Taken as number 1');
      });
    },
  });
  // Connections that end in the middle are what some of the tests are about.
  server.on('error', () => {});
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails,
    treat(how) {
      treatment = how;
    },
    stop: () => new Promise(resolve => server.close(() => resolve())),
  };
}

/** Says "still thinking" a byte at a time, so that no silence ever ends the connection. */
function trickle(socket: import('node:net').Socket): void {
  const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write('2')), 50);
  socket.on('close', () => clearInterval(timer));
}
