// What can go wrong for a caller: five kinds, each with a code that is a key of the catalogue (errors.<code>).
import './jitless.ts';
import { z } from 'zod';

export const errorStatus = {
  NotFound: 404,
  Forbidden: 403,
  Invalid: 422,
  Conflict: 409,
  TooMany: 429,
} as const;
export type ErrorKind = keyof typeof errorStatus;

/** The body of every refusal. `fields` says which input was wrong, by path. */
export const refusal = z.object({
  error: z.string(),
  facts: z.record(z.string(), z.unknown()),
  requestId: z.string(),
});
export type Refusal = z.infer<typeof refusal>;
