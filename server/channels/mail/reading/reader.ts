// Mails are read in child processes that may be killed, so that one bad mail hurts only itself (P6, S10).
import type { ChildProcess } from 'node:child_process';
import { defaultLimits, type ReadLimits } from './limits.ts';
import type { ReadResult, StubFacts } from './mail.ts';
import { type Failure, runJob, startChild } from './reader-process.ts';

export type MailReader = {
  /**
   * Reads a raw mail. A mail that breaks a limit, or two children, gives a stub with its reason. Rejects only when no
   * child can be started at all or the reader is closed: nothing is then known of the mail, try again later.
   */
  read(raw: Uint8Array): Promise<ReadResult>;
  /** Lets waiting mails be read, then ends the children. */
  close(): Promise<void>;
};

type Waiting = { raw: Uint8Array; resolve: (result: ReadResult) => void; reject: (error: unknown) => void };

const IDLE_MILLISECONDS = 30_000;
const PEEK_MILLISECONDS = 1000;
const PEEK_BYTES = 32 * 1024;
const NO_FACTS: StubFacts = { from: null, subject: null, messageId: null };

export type ReaderOptions = {
  /** What one mail may cost (S10); the defaults for what is left out. */
  limits?: Partial<ReadLimits>;
  /** How many mails are read at once: 1 (default) or 2. */
  processes?: number;
  /** How long a child waits for a next mail before it ends; 30 s by default. */
  idleMilliseconds?: number;
};

/** Makes a reader. Its children start when the first mail comes and end when none comes any more. */
export function createReader(options: ReaderOptions = {}): MailReader {
  const limits = { ...defaultLimits, ...options.limits };
  const queue: Waiting[] = [];
  const idle = new Map<ChildProcess, NodeJS.Timeout>();
  let busy = 0;
  let isClosed = false;
  let onDrained: (() => void) | null = null;

  async function takeChild(): Promise<ChildProcess> {
    for (const [child, timer] of idle) {
      clearTimeout(timer);
      idle.delete(child);
      if (child.connected && child.exitCode === null && child.signalCode === null) {
        child.ref();
        child.channel?.ref();
        return child;
      }
    }
    return startChild(limits);
  }

  function putBack(child: ChildProcess): void {
    const timer = setTimeout(() => {
      idle.delete(child);
      child.kill('SIGKILL');
    }, options.idleMilliseconds ?? IDLE_MILLISECONDS);
    timer.unref();
    child.unref();
    child.channel?.unref();
    idle.set(child, timer);
  }

  async function peekAt(raw: Uint8Array): Promise<StubFacts> {
    const child = await takeChild();
    const head = raw.subarray(0, PEEK_BYTES);
    const reply = await runJob(child, { kind: 'peek', raw: head }, PEEK_MILLISECONDS, limits.memoryBytes);
    if (typeof reply === 'string') return NO_FACTS;
    putBack(child);
    return reply.kind === 'peek' ? reply.facts : NO_FACTS;
  }

  async function stub(reason: Failure | 'message-too-big', raw: Uint8Array): Promise<ReadResult> {
    return { stub: reason, ...(await peekAt(raw)) };
  }

  async function readOne(raw: Uint8Array, tries = 2): Promise<ReadResult> {
    if (raw.length > limits.messageBytes) return stub('message-too-big', raw);
    const child = await takeChild();
    const reply = await runJob(child, { kind: 'read', raw, limits }, limits.milliseconds, limits.memoryBytes);
    // The child may have been dead already, or killed by others: a second one tells whether the mail is to blame.
    if (reply === 'crashed' && tries > 1) return readOne(raw, tries - 1);
    if (typeof reply === 'string') return stub(reply, raw);
    putBack(child);
    return reply.kind === 'read' ? reply.result : stub('crashed', raw);
  }

  function next(): void {
    if (busy >= (options.processes ?? 1)) return;
    const waiting = queue.shift();
    if (!waiting) {
      if (busy === 0) onDrained?.();
      return;
    }
    busy++;
    readOne(waiting.raw)
      .then(waiting.resolve, waiting.reject)
      .finally(() => {
        busy--;
        next();
      });
  }

  return {
    read(raw) {
      if (isClosed) return Promise.reject(new Error('the mail reader is closed'));
      return new Promise((resolve, reject) => {
        queue.push({ raw, resolve, reject });
        next();
      });
    },
    async close() {
      isClosed = true;
      if (busy > 0 || queue.length > 0) {
        await new Promise<void>(resolve => {
          onDrained = resolve;
        });
      }
      for (const [child, timer] of idle) {
        clearTimeout(timer);
        child.kill('SIGKILL');
      }
      idle.clear();
    },
  };
}
