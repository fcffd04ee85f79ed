import type { StubReason } from './mail.ts';

/** S10: what one mail may cost. Sizes in bytes, times in milliseconds. */
export type ReadLimits = {
  messageBytes: number;
  headerBytes: number;
  headerFields: number;
  addresses: number;
  depth: number;
  parts: number;
  attachments: number;
  /** Larger HTML is kept as a file and shown as text. */
  htmlBytes: number;
  /** Deeper HTML is kept as a file and shown as text. */
  htmlDepth: number;
  milliseconds: number;
  memoryBytes: number;
};

const KB = 1024;
const MB = 1024 * KB;

export const defaultLimits: Readonly<ReadLimits> = {
  messageBytes: 50 * MB,
  headerBytes: 256 * KB,
  headerFields: 1000,
  addresses: 500,
  depth: 50,
  parts: 500,
  attachments: 100,
  htmlBytes: MB,
  htmlDepth: 1000,
  milliseconds: 5000,
  memoryBytes: 256 * MB,
};

/** The same limits for HTML that was already held to them: looking once is enough. */
export function htmlChecked(limits: ReadLimits): ReadLimits {
  return { ...limits, htmlBytes: Number.POSITIVE_INFINITY, htmlDepth: Number.POSITIVE_INFINITY };
}

/** Thrown inside the parser only; `readMail` turns it into a stub. */
export class LimitBreach extends Error {
  readonly reason: StubReason;

  constructor(reason: StubReason) {
    super(reason);
    this.reason = reason;
  }
}

/** Throws LimitBreach(`reason`) when `value` is over `limit` (S10). */
export function holdTo(limit: number, value: number, reason: StubReason): void {
  if (value > limit) throw new LimitBreach(reason);
}
