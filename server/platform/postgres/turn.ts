// One process at a time may start, adopt or stop the server of a data folder. The turn is an abstract Unix socket of
// Linux: it lies in no folder, and the kernel ends it with its process, so a kill -9 leaves nothing behind.
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 120_000;

/** Waits for the turn of `folder` (a real path), runs `work` and gives its result; throws after two minutes of waiting. */
export async function inTurn<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const name = `\0guichet-postgres-${createHash('sha256').update(folder).digest('hex')}`;
  const deadline = performance.now() + PATIENCE_MS;
  let turn = await take(name);
  while (!turn) {
    if (performance.now() > deadline) {
      throw new Error(
        `Another process has been starting or stopping the database in ${folder} for two minutes.`,
      );
    }
    await pause(10);
    turn = await take(name);
  }
  try {
    return await work();
  } finally {
    turn.close();
  }
}

function take(name: string): Promise<Server | undefined> {
  return new Promise((taken, failed) => {
    const server = createServer(stranger => stranger.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') taken(undefined);
      else failed(error);
    });
    // `exclusive`, so that cluster workers do not share one socket through their parent.
    server.listen({ path: name, exclusive: true }, () => taken(server));
  });
}
