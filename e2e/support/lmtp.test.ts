import { type AddressInfo, createServer, type Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { ConnectionLost, dotStuffed, openLmtp, sendLmtp } from './lmtp.ts';

let stop: (() => void) | undefined;
afterEach(() => {
  stop?.();
  stop = undefined;
});

describe('an LMTP client', () => {
  it('sends many mails over one connection', async () => {
    const server = await lmtpServer();
    const client = await openLmtp({ port: server.port });
    const subjects = Array.from({ length: 50 }, (_, index) => `mail ${index}`);
    for (const subject of subjects) {
      const results = await client.send({
        from: 'a@x.example',
        to: ['b@y.example'],
        raw: `Subject: ${subject}\n\nx`,
      });
      expect(results).toMatchObject([{ recipient: 'b@y.example', accepted: true, code: 250 }]);
    }
    await client.close();
    expect(server.mails.map(mail => /Subject: (.*)\r/.exec(mail)?.[1])).toEqual(subjects);
    expect(server.connections()).toBe(1);
  });

  it('gives one result per recipient, refused at RCPT or after the data', async () => {
    const { port } = await lmtpServer();
    const to = ['good@y.example', 'unknown@y.example', 'full@y.example'];
    const results = await sendLmtp({ port }, { from: '', to, raw: 'Subject: x\r\n\r\nx\r\n' });
    expect(results.map(({ recipient, accepted, code }) => [recipient, accepted, code])).toEqual([
      ['good@y.example', true, 250],
      ['unknown@y.example', false, 550],
      ['full@y.example', false, 452],
    ]);
  });

  it('keeps the connection when every recipient is refused', async () => {
    const server = await lmtpServer();
    const client = await openLmtp({ port: server.port });
    expect(await client.verify('unknown@y.example')).toMatchObject({ accepted: false, code: 550 });
    const refused = await client.send({ from: 'a@x.example', to: ['unknown@y.example'], raw: 'x' });
    const taken = await client.send({ from: 'a@x.example', to: ['good@y.example'], raw: 'x' });
    await client.close();
    expect([refused[0]?.code, taken[0]?.code]).toEqual([550, 250]);
    expect(server.mails).toHaveLength(1);
  });

  it('throws ConnectionLost when the answer to the data never comes', async () => {
    const port = await mute();
    const sent = sendLmtp({ port }, { from: 'a@x.example', to: ['b@y.example'], raw: 'x' });
    await expect(sent).rejects.toBeInstanceOf(ConnectionLost);
  });

  it('throws ConnectionLost when the server stays silent for too long, but may itself rest between two mails', async () => {
    const { port } = await lmtpServer();
    const client = await openLmtp({ port, timeoutMs: 300 });
    await new Promise(resolve => setTimeout(resolve, 600));
    const taken = await client.send({ from: 'a@x.example', to: ['b@y.example'], raw: 'x' });
    expect(taken[0]?.accepted).toBe(true);
    await client.close();
    const silent = createServer(() => undefined);
    const silentPort = await listen(silent);
    await expect(openLmtp({ port: silentPort, timeoutMs: 300 })).rejects.toThrow(/silent for 300 ms/);
    silent.close();
  });

  it('doubles leading dots, ends lines with CRLF and leaves all other bytes alone', () => {
    expect(dotStuffed('.a\n..b\r\nc.\n')).toEqual(Buffer.from('..a\r\n...b\r\nc.\r\n.\r\n'));
    expect(dotStuffed('\n.\n.')).toEqual(Buffer.from('\r\n..\r\n..\r\n.\r\n'));
    const bytes = Buffer.from([0xe9, 0x00, 0xff, 0x0d, 0x2e, 0x0d, 0x0a]);
    expect(dotStuffed(bytes)).toEqual(Buffer.concat([bytes, Buffer.from('.\r\n')]));
  });
});

async function lmtpServer() {
  const mails: string[] = [];
  let connections = 0;
  const server = new SMTPServer({
    lmtp: true,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onConnect(_session, callback) {
      connections++;
      callback();
    },
    onRcptTo({ address }, _session, callback) {
      callback(address.startsWith('unknown') ? answer(550) : undefined);
    },
    onData(stream, session, callback) {
      let mail = '';
      stream.on('data', chunk => {
        mail += chunk;
      });
      stream.on('end', () => {
        mails.push(mail);
        const each = session.envelope.rcptTo.map(to =>
          to.address.startsWith('full') ? answer(452) : 'taken',
        );
        callback(null, each);
      });
    },
  });
  server.on('error', () => undefined);
  const port = await listen(server.server);
  stop = () => server.close();
  return { port, mails, connections: () => connections };
}

/** A server that takes the data and then hangs up without a word. */
async function mute(): Promise<number> {
  const server = createServer(socket => {
    socket.write('220 mute.example\r\n');
    socket.on('error', () => undefined);
    socket.on('data', chunk => {
      const text = chunk.toString();
      if (text.endsWith('\r\n.\r\n')) socket.destroy();
      else socket.write(text.startsWith('DATA') ? '354 go on\r\n' : '250 OK\r\n');
    });
  });
  stop = () => server.close();
  return listen(server);
}

function listen(server: Server): Promise<number> {
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function answer(responseCode: number): Error {
  return Object.assign(new Error('refused'), { responseCode });
}
