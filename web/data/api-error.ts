import { z } from 'zod';
import { refusal } from '../../contract/errors.ts';

/** A refusal by the server, or no answer at all (code 'network', status 0). `code` is a key of the catalogue. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Record<string, unknown>;
  readonly requestId: string;

  constructor(status: number, code: string, facts: Record<string, unknown> = {}, requestId = '') {
    super(code);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.facts = facts;
    this.requestId = requestId;
  }
}

/** Makes an ApiError of an answer's status and body; a body that is no refusal of ours becomes 'unexpected'. */
export function readRefusal(status: number, body: unknown, requestId = ''): ApiError {
  const read = refusal.safeParse(body);
  if (read.success) return new ApiError(status, read.data.error, read.data.facts, read.data.requestId);
  const code = status === 502 || status === 503 || status === 504 ? 'unavailable' : 'unexpected';
  return new ApiError(status, code, {}, requestId);
}

const fieldCodes = z.record(z.string(), z.string());

/** The wrong fields of a refusal: path of the input -> code of the catalogue; {} when none are named. */
export function fieldsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const read = fieldCodes.safeParse(error.facts.fields);
  return read.success ? read.data : {};
}
