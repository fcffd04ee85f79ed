// A name server on loopback for tests: it knows what it is told and nothing else.
import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { type Answer, decode, encode } from 'dns-packet';

/** `TYPE name` -> texts of TXT records, or addresses. */
export type Zone = Record<string, string[]>;

export interface NameServer {
  /** As `host:port`. */
  address: string;
  zone: Zone;
  /** How many questions were asked. */
  asked: number;
  /** Takes questions and answers none, as when a cable is cut. */
  isSilent: boolean;
  close(): Promise<void>;
}

/** Starts one on a free port. */
export async function startNameServer(zone: Zone): Promise<NameServer> {
  const socket = createSocket('udp4');
  const server: NameServer = {
    address: '',
    zone,
    asked: 0,
    isSilent: false,
    close: () => new Promise(resolve => socket.close(() => resolve())),
  };
  socket.on('message', (bytes, from) => {
    server.asked++;
    if (server.isSilent) return;
    const question = decode(bytes);
    const { name, type } = question.questions![0]!;
    const known = server.zone[`${type} ${name.toLowerCase()}`];
    const answers = (known ?? []).map(
      data =>
        ({
          name,
          type,
          class: 'IN',
          ttl: 60,
          data: type === 'TXT' ? (data.match(/.{1,255}/g) ?? ['']) : data,
        }) as Answer,
    );
    const isNameKnown = known || Object.keys(server.zone).some(key => key.endsWith(` ${name.toLowerCase()}`));
    // AA, and NXDOMAIN (3) for a name that is not there.
    const flags = 0x0400 | (isNameKnown ? 0 : 3);
    socket.send(
      encode({ type: 'response', id: question.id!, flags, questions: question.questions!, answers }),
      from.port,
      from.address,
    );
  });
  await new Promise<void>(resolve => socket.bind(0, '127.0.0.1', resolve));
  server.address = `127.0.0.1:${(socket.address() as AddressInfo).port}`;
  return server;
}
