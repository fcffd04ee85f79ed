// A browser's connection to the product, as thin as can be: what is measured is the server, not the caller.
import { connect, type Socket } from 'node:net';

export interface Reply {
  status: number;
  headers: Map<string, string>;
  body: string;
}

export interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
}

export interface Connection {
  /** Sends one request and waits for the whole reply; one at a time. */
  send(request: Request): Promise<Reply>;
  close(): void;
}

/** The server counts requests by network address; each connection comes from one of its own (127.1.x.y). */
let addresses = 0;

/** Opens a kept-alive HTTP/1.1 connection to 127.0.0.1:`port`; `headers` go with every request. */
export async function openConnection(
  port: number,
  headers: Record<string, string> = {},
): Promise<Connection> {
  addresses += 1;
  const localAddress = `127.1.${(addresses >> 8) & 255}.${addresses & 255}`;
  const socket = connect({ port, host: '127.0.0.1', localAddress, noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  const always = Object.entries({ host: `127.0.0.1:${port}`, ...headers });
  const receive = receiver(socket);
  return {
    send({ method = 'GET', path, body }) {
      const text = body === undefined ? '' : JSON.stringify(body);
      const own =
        body === undefined
          ? []
          : [`content-type: application/json`, `content-length: ${Buffer.byteLength(text)}`];
      const head = [
        `${method} ${path} HTTP/1.1`,
        ...always.map(([name, value]) => `${name}: ${value}`),
        ...own,
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n${text}`);
      return receive();
    },
    close: () => void socket.destroy(),
  };
}

function receiver(socket: Socket): () => Promise<Reply> {
  let received = Buffer.alloc(0);
  let waiting: { resolve(reply: Reply): void; reject(error: Error): void } | null = null;
  const fail = (error: Error) => {
    waiting?.reject(error);
    waiting = null;
  };
  socket.on('data', chunk => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const [first = '', ...lines] = received.toString('latin1', 0, end).split('\r\n');
    const headers = new Map(
      lines.map(line => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
    );
    const length = Number(headers.get('content-length') ?? Number.NaN);
    if (Number.isNaN(length) && !first.includes(' 204')) return fail(new Error('a reply without a length'));
    const whole = end + 4 + (length || 0);
    if (received.length < whole) return;
    const reply = {
      status: Number(first.split(' ')[1]),
      headers,
      body: received.toString('utf8', end + 4, whole),
    };
    received = received.subarray(whole);
    const answered = waiting;
    waiting = null;
    answered?.resolve(reply);
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the product hung up')));
  return () =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
    });
}
