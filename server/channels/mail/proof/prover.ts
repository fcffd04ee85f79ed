// Senders are checked in one child process, many at once, since each mostly waits for name servers. A check that does
// not come to an end, or a child that dies, leaves its mails unproved and costs nothing else (P4, P6).
import type { ChildProcess } from 'node:child_process';
import { programBeside, startChild } from '../../../platform/children/index.ts';
import { type Origin, type Proof, unproved } from './proof.ts';
import type { ProofJob, ProofReply } from './proof-process.ts';

export interface Prover {
  /** Starts the child while the mail is still being read: the first mail after a rest need not wait for two, one by one. */
  prepare(): void;
  /** Checks who sent a mail. Never rejects; gives `unproved` where that cannot be told now. */
  prove(raw: Uint8Array, fields: string[], origin: Origin): Promise<Proof>;
  close(): void;
}

export interface ProverOptions {
  /** Our own name as a mail server. */
  host: string;
  /** Name servers to ask; null for those of the machine, 'off' for none. */
  servers: string[] | 'off' | null;
  /** How long one check may take; 5 s by default. */
  milliseconds?: number;
}

const longestMs = 5_000;
const idleMs = 30_000;
const memoryBytes = 256 * 1024 * 1024;
/** After so many checks in a row that came to nothing, none is begun for a while: the name servers must be away. */
const mostFailures = 3;
const restMs = 30_000;

/** Makes a prover. Its child starts with the first mail and ends when none comes any more. */
export function createProver({ host, servers, milliseconds = longestMs }: ProverOptions): Prover {
  const waiting = new Map<number, (proof: Proof | null) => void>();
  let child: Promise<ChildProcess> | null = null;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;
  let failures = 0;
  let restsUntil = 0;
  let answeredAt = 0;

  function start(): Promise<ChildProcess> {
    const started = startChild(programBeside(import.meta.url, 'proof-child'), memoryBytes);
    started.then(
      process => {
        process.unref();
        process.channel?.unref();
        process.on('message', ({ id, proof }: ProofReply) => {
          answeredAt = performance.now();
          waiting.get(id)?.(proof);
        });
        process.once('exit', () => {
          if (child === started) child = null;
          for (const settle of waiting.values()) settle(null);
        });
      },
      () => {
        if (child === started) child = null;
      },
    );
    return started;
  }

  function end(): void {
    const ending = child;
    child = null;
    ending?.then(
      process => process.kill('SIGKILL'),
      () => {},
    );
  }

  /** Ends the child when nothing comes for a while. */
  function rest(): void {
    clearTimeout(idle);
    idle = setTimeout(() => waiting.size === 0 && end(), idleMs).unref();
  }
  const isAway = () => performance.now() < restsUntil;

  async function check(raw: Uint8Array, fields: string[], origin: Origin, names: string[] | null) {
    clearTimeout(idle);
    const id = ++lastId;
    const job: ProofJob = { id, raw, fields, origin, host, servers: names };
    child ??= start();
    const process = await child;
    const begunAt = performance.now();
    return new Promise<Proof | null>(resolve => {
      const timer = setTimeout(() => {
        // It answers nobody: whatever keeps it busy, the next mail gets a child that is not.
        if (answeredAt < begunAt) end();
        waiting.get(id)?.(null);
      }, milliseconds);
      waiting.set(id, proof => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(proof);
      });
      if (process.connected) process.send(job);
      else waiting.get(id)?.(null);
    });
  }

  return {
    prepare() {
      if (servers === 'off' || isAway()) return;
      child ??= start();
      rest();
    },
    async prove(raw, fields, origin) {
      if (servers === 'off' || isAway()) return unproved;
      const proof = await check(raw, fields, origin, servers).catch(() => null);
      failures = proof ? 0 : failures + 1;
      if (failures >= mostFailures) {
        failures = 0;
        restsUntil = performance.now() + restMs;
      }
      if (waiting.size === 0) rest();
      return proof ?? unproved;
    },
    close() {
      clearTimeout(idle);
      end();
    },
  };
}
