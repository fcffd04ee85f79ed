// The five ways to refuse. Thrown in commands, caught only at the HTTP and job edges; codes are keys of the catalogue.
import { type ErrorKind, errorStatus } from '../../../contract/errors.ts';

export class DeskError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly facts: Record<string, unknown>;

  constructor(kind: ErrorKind, code: string, facts: Record<string, unknown> = {}) {
    super(`${kind}: ${code}`);
    this.name = kind;
    this.kind = kind;
    this.code = code;
    this.facts = facts;
  }

  get status(): number {
    return errorStatus[this.kind];
  }
}

/** What does not exist or may not be seen: one answer for both (S17). */
export const notFound = () => new DeskError('NotFound', 'not-found');
/** What the actor's role does not allow. */
export const forbidden = (code = 'forbidden') => new DeskError('Forbidden', code);
/** Input that cannot be accepted; `facts.fields` names the fields: path -> code. */
export const invalid = (code: string, facts?: Record<string, unknown>) =>
  new DeskError('Invalid', code, facts);
/** What clashes with the present state. */
export const conflict = (code: string, facts?: Record<string, unknown>) =>
  new DeskError('Conflict', code, facts);
/** Too many attempts; `facts.retryAfterSeconds` says when to come back. */
export const tooMany = (code: string, retryAfterSeconds: number) =>
  new DeskError('TooMany', code, { retryAfterSeconds });

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'EHOSTUNREACH',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08003',
  '08006',
  '55P03',
  '57014',
  '53100',
]);

/** Whether an error says that the database cannot be reached or cannot work just now (P4: degrade, do not fail). */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  if (code && awayCodes.has(code)) return true;
  return /timeout exceeded when trying to connect|Connection terminated|Query read timeout|the database system is/.test(
    error.message,
  );
}

/** Whether an error is a unique-key violation, optionally of one constraint or index. */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  const e = error as { code?: string; constraint?: string };
  return e?.code === '23505' && (constraint === undefined || e.constraint === constraint);
}

/** Whether an error is a foreign-key violation: what is named is not there, or what is removed is still in use. */
export function isReferenced(error: unknown): boolean {
  return (error as { code?: string })?.code === '23503';
}
