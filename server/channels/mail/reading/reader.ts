// Mails are read in child processes that may be killed, so that one bad mail hurts only itself (P6, S10).
import type { ChildProcess } from 'node:child_process';
import { defaultLimits, type ReadLimits } from './limits.ts';
import type { ReadResult, StubFacts } from './mail.ts';
import { type Failure, runJob, startChild } from './reader-process.ts';

export type MailReader = {
  /**
   * Reads a raw mail. A mail that breaks a limit, or the child, gives a stub with its reason. Rejects only when no
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

/**
 * Makes a reader. `limits`: what one mail may cost (S10). `processes`: how many mails are read at once, 1 or 2.
 * Children start when the first mail comes and end after 30 s without one.
 */
export function createReader(options: { limits?: Partial<ReadLimits>; processes?: number } = {}): MailReader {
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
      if (child.connected && child.exitCode === null) {
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
    }, IDLE_MILLISECONDS);
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

  async function readOne(raw: Uint8Array): Promise<ReadResult> {
    if (raw.length > limits.messageBytes) return stub('message-too-big', raw);
    const child = await takeChild();
    const reply = await runJob(child, { kind: 'read', raw, limits }, limits.milliseconds, limits.memoryBytes);
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
