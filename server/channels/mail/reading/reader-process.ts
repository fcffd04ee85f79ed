// One child process that reads mails (S10).
import type { ChildProcess } from 'node:child_process';
import * as children from '../../../platform/children/index.ts';
import type { ReadLimits } from './limits.ts';
import type { ReadResult, StubFacts } from './mail.ts';

export type ReadJob =
  | { kind: 'read'; raw: Uint8Array; limits: ReadLimits }
  | { kind: 'peek'; raw: Uint8Array };
export type ReadReply =
  | { kind: 'ready' }
  | { kind: 'read'; result: ReadResult }
  | { kind: 'peek'; facts: StubFacts };

export type Failure = children.Failure;

/** Starts a child and waits until it listens. Rejects when it cannot start: a fault of the house, not of a mail. */
export function startChild(limits: ReadLimits): Promise<ChildProcess> {
  return children.startChild(children.programBeside(import.meta.url, 'reader-child'), limits.memoryBytes);
}

/** Lets a child do one job. Gives its reply, or why it did not answer; it is gone then. Never rejects. */
export function runJob(
  child: ChildProcess,
  job: ReadJob,
  milliseconds: number,
  memoryBytes: number,
): Promise<ReadReply | Failure> {
  return children.runJob<ReadReply>(child, job, milliseconds, memoryBytes);
}
