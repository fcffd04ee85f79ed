// A mail server that delivers by LMTP (RFC 2033), its commands pipelined as RFC 2920 allows.
import { connect } from 'node:net';

export interface Sender {
  /** Delivers one mail and waits for its 250. @throws what the other side answered instead */
  deliver(from: string, to: string, mail: string): Promise<void>;
  close(): void;
}

/** Opens a connection and greets. */
export async function openSender(port: number): Promise<Sender> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const lines: string[] = [];
  let rest = '';
  let wake = () => {};
  let problem: Error | null = null;
  socket.on('data', chunk => {
    const parts = (rest + chunk.toString('latin1')).split('\r\n');
    rest = parts.pop()!;
    // Of an answer of several lines only the last counts: its code is followed by a blank.
    lines.push(...parts.filter(line => /^\d{3} /.test(line)));
    wake();
  });
  const lost = (error?: Error) => {
    problem = error ?? new Error('the listener hung up');
    wake();
  };
  socket.on('error', lost).on('close', () => lost());

  const expect = async (code: string) => {
    while (lines.length === 0) {
      if (problem) throw problem;
      await new Promise<void>(resolve => {
        wake = resolve;
      });
    }
    const line = lines.shift()!;
    if (!line.startsWith(code)) throw new Error(`LMTP: ${line} instead of ${code}`);
  };
  await expect('220');
  socket.write('LHLO bench.example\r\n');
  await expect('250');
  return {
    async deliver(from, to, mail) {
      socket.write(`MAIL FROM:<${from}>\r\nRCPT TO:<${to}>\r\nDATA\r\n`);
      for (const code of ['250', '250', '354']) await expect(code);
      socket.write(`${mail.replace(/^\./gm, '..')}\r\n.\r\n`);
      await expect('250');
    },
    close: () => void socket.destroy(),
  };
}
