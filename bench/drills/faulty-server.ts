// A mail server that does to each mail what a plan says, and keeps a journal of what it really took. Mails are told apart
// by the loop mark of the desk, which begins with the delivery's id.
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { openRoughLine, type RoughLine } from './rough-line.ts';

/**
 * What happens to a mail at its first try; afterwards it is taken. `busy`: 451 after the data, twice. `refuse`: 554.
 * `hang-up-kept`, `hang-up-lost`: the connection ends after the data and before any answer, and the mail was taken, or
 * was not: its sender cannot know. `pause`: the answer comes after three seconds.
 */
export type Fault = 'none' | 'busy' | 'refuse' | 'hang-up-kept' | 'hang-up-lost' | 'pause';

export interface Plan {
  /** The fault of the n-th mail that is seen, from 0. */
  faultOf(nth: number): Fault;
  /** The first try of each recipient is told 451. */
  isGrey: boolean;
  /** Recipients that are told 550. */
  isGone(recipient: string): boolean;
}

export interface Taken {
  deliveryId: string;
  recipient: string;
  at: number;
}

export interface Journal {
  /** Every mail that the server took and would hand on, in order, whatever its sender heard. */
  taken: Taken[];
  /**
   * Deliveries whose connection ended between the data and the end of the answer: how often in all, and how often after they
   * were taken.
   */
  hangUps: Map<string, { all: number; kept: number }>;
  /** Deliveries that were refused after the data, and recipients that were. */
  refusedDeliveries: Set<string>;
  refusedRecipients: Set<string>;
  /** How often each thing was done. */
  counts: Record<string, number>;
}

export interface FaultyServer {
  port: number;
  journal: Journal;
  line: RoughLine;
  stop(): Promise<void>;
}

export const wellBehaved: Plan = { faultOf: () => 'none', isGrey: false, isGone: () => false };

/** Each fault happens to one of twenty mails, and each twentieth of them meets the same ones. */
export const fairShare = (nth: number): Fault =>
  (({ 2: 'busy', 5: 'hang-up-kept', 9: 'refuse', 12: 'hang-up-lost', 15: 'pause' }) as const)[nth % 20] ??
  'none';

const pauseMs = 3_000;
const busyTries = 2;

/** Starts the server on loopback, behind a line that can be cut. */
export async function openFaultyServer(plan: Plan): Promise<FaultyServer> {
  const journal: Journal = {
    taken: [],
    hangUps: new Map(),
    refusedDeliveries: new Set(),
    refusedRecipients: new Set(),
    counts: {},
  };
  const greyed = new Set<string>();
  const seen = new Map<string, { fault: Fault; tries: number }>();
  /** By port: the mail that a connection has just brought, until it brings another; and connections that are over. */
  const brought = new Map<number, string>();
  const over = new Set<number>();
  const count = (what: string) => {
    journal.counts[what] = (journal.counts[what] ?? 0) + 1;
  };
  const noteHangUp = (deliveryId: string, isKept: boolean) => {
    const before = journal.hangUps.get(deliveryId) ?? { all: 0, kept: 0 };
    journal.hangUps.set(deliveryId, { all: before.all + 1, kept: before.kept + Number(isKept) });
  };

  /** The line was cut, or its client gave up, before the 250 had gone all the way. */
  function noteUnheard(port: number): void {
    const deliveryId = brought.get(port);
    if (deliveryId === undefined) return;
    brought.delete(port);
    noteHangUp(deliveryId, true);
    count('250 not heard');
  }

  function answerRecipient(recipient: string): Error | null {
    if (plan.isGone(recipient)) {
      journal.refusedRecipients.add(recipient);
      count('550 to a recipient');
      return refusal(550, '5.1.1 No such person here');
    }
    if (!plan.isGrey || greyed.has(recipient)) return null;
    greyed.add(recipient);
    count('451 of greylisting');
    return refusal(451, '4.7.1 Greylisted, come back later');
  }

  async function answerData(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
    const raw = await readAll(stream);
    const recipient = session.envelope.rcptTo[0]!.address.toLowerCase();
    const deliveryId = deliveryIdIn(raw);
    const known = seen.get(deliveryId) ?? { fault: plan.faultOf(seen.size), tries: 0 };
    seen.set(deliveryId, { ...known, tries: known.tries + 1 });
    const fault = known.tries < (known.fault === 'busy' ? busyTries : 1) ? known.fault : 'none';
    if (fault === 'busy') {
      count('451 after the data');
      return refusal(451, '4.3.0 Too busy, come back later');
    }
    if (fault === 'refuse') {
      journal.refusedDeliveries.add(deliveryId);
      count('554 after the data');
      return refusal(554, '5.7.1 Looks like spam');
    }
    if (fault === 'pause') {
      count('pause before the 250');
      await new Promise(resolve => setTimeout(resolve, pauseMs));
    }
    const isKept = fault !== 'hang-up-lost';
    if (isKept) journal.taken.push({ deliveryId, recipient, at: performance.now() });
    if (isKept && fault !== 'hang-up-kept') {
      brought.set(session.remotePort, deliveryId);
      if (over.has(session.remotePort)) noteUnheard(session.remotePort);
      return null;
    }
    noteHangUp(deliveryId, isKept);
    count(isKept ? 'hung up, mail taken' : 'hung up, mail not taken');
    socketOf(server, session)?.destroy();
    return null;
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onMailFrom(_address, { remotePort }, callback) {
      brought.delete(remotePort);
      callback();
    },
    onRcptTo: ({ address }, _session, callback) => callback(answerRecipient(address.toLowerCase())),
    onData: (stream, session, callback) => {
      answerData(stream, session).then(error => callback(error, 'Taken'), callback);
    },
  });
  // Connections that end in the middle are what this server is for.
  server.on('error', () => {});
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
  const line = await openRoughLine((server.server.address() as AddressInfo).port, (port, isAllHeard) => {
    over.add(port);
    if (!isAllHeard) noteUnheard(port);
  });
  return {
    port: line.port,
    journal,
    line,
    async stop() {
      await line.stop();
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
}

/** The delivery that a mail of the desk belongs to; '' for a mail without a mark. */
export function deliveryIdIn(raw: string): string {
  const id = /^X-Guichet-Loop: ([0-9a-f]{32})\./im.exec(raw)?.[1] ?? '';
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export async function readAll(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

function socketOf(server: SMTPServer, { id }: SMTPServerSession): Socket | undefined {
  for (const connection of server.connections) if (connection.id === id) return connection._socket as Socket;
  return undefined;
}
