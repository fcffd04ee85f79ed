// The line before a mail server: while it is down connections are refused, while it is slow the server's answers come a
// byte a second.
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export type LineState = 'up' | 'down' | 'slow';

export interface RoughLine {
  /** Where clients connect; the same after it was down. */
  port: number;
  /** Going down cuts every connection. */
  set(state: LineState): Promise<void>;
  stop(): Promise<void>;
}

const byteEveryMs = 1_000;

/**
 * Opens the line to the server that listens on `toPort` of loopback. `onEnd` is told of each connection that is over: by
 * which port the server knew it, and whether its client got all that the server had said.
 */
export async function openRoughLine(
  toPort: number,
  onEnd: (port: number, isAllHeard: boolean) => void,
): Promise<RoughLine> {
  let state: LineState = 'up';
  const sockets = new Set<Socket>();
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;

  function listen(on: number): Promise<Server> {
    const made = createServer(carry);
    return new Promise((resolve, reject) => {
      made.once('error', reject);
      made.listen(on, '127.0.0.1', () => resolve(made));
    });
  }

  function carry(client: Socket): void {
    const far = connect({ port: toPort, host: '127.0.0.1', noDelay: true });
    let held = Buffer.alloc(0);
    let portThere: number | undefined;
    far.on('connect', () => {
      portThere = far.localPort;
    });
    const drip = setInterval(() => {
      const size = state === 'slow' ? 1 : held.length;
      if (size > 0 && held.length > 0) client.write(held.subarray(0, size));
      held = held.subarray(size);
    }, byteEveryMs);
    far.on('data', bytes => {
      if (state === 'slow' || held.length > 0) held = Buffer.concat([held, bytes]);
      else client.write(bytes);
    });
    client.on('data', bytes => far.write(bytes));
    for (const [one, other] of [
      [client, far],
      [far, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        clearInterval(drip);
        sockets.delete(one);
        const isHeard = held.length === 0 || (one === far && state !== 'slow');
        if (isHeard) client.end(held);
        held = Buffer.alloc(0);
        other.destroySoon();
        if (portThere !== undefined) onEnd(portThere, isHeard);
        portThere = undefined;
      });
    }
  }

  async function close(): Promise<void> {
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  return {
    port,
    async set(next) {
      if (next === 'down' && state !== 'down') await close();
      if (next !== 'down' && state === 'down') server = await listen(port);
      state = next;
    },
    async stop() {
      if (state !== 'down') await close();
    },
  };
}
