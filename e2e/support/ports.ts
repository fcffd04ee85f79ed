import { type AddressInfo, createServer } from 'node:net';

/**
 * Finds `count` distinct TCP ports that are free on loopback right now.
 * They are held open together while looking, so that no port is given twice in one call.
 */
export async function freePorts(count: number): Promise<number[]> {
  const held = await Promise.all(Array.from({ length: count }, holdPort));
  await Promise.all(held.map(one => one.release()));
  return held.map(one => one.port);
}

/** Finds one TCP port that is free on loopback right now. */
export async function freePort(): Promise<number> {
  const [port] = await freePorts(1);
  return port!;
}

async function holdPort(): Promise<{ port: number; release: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { port, release: () => new Promise(resolve => server.close(() => resolve())) };
}
