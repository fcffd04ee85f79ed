// One route() per endpoint gives the server's validation, the typed client, the OpenAPI document and the rights table.
import type { z } from 'zod';
import type { Right } from './rights.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Shape = z.ZodType | undefined;

export interface Route<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  R extends Shape = Shape,
> {
  method: Method;
  /** Path below /api, or below /api/w/:workspace where the right is one that an agent has in a workspace. */
  path: string;
  /** Who may call: 'public', 'signed-in', or a right of an agent's role (contract/rights.ts). */
  right: Right;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** What comes back; without it the answer is 204. */
  reply?: R;
  transfer?: 'upload' | 'download';
}

/** A route that carries bytes instead of JSON: its body is multipart, or its reply is a file. */
export type TransferRoute<P extends Shape = Shape, Q extends Shape = Shape, R extends Shape = Shape> = Route<
  P,
  Q,
  undefined,
  R
> & {
  transfer: 'upload' | 'download';
};

/** Declares an endpoint. Takes its definition and gives it back, typed. */
export function route<
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
  R extends Shape = undefined,
>(definition: Route<P, Q, B, R>): Route<P, Q, B, R> {
  return definition;
}

/** Declares an endpoint that carries bytes. */
export function transferRoute<
  P extends Shape = undefined,
  Q extends Shape = undefined,
  R extends Shape = undefined,
>(definition: TransferRoute<P, Q, R>): TransferRoute<P, Q, R> {
  return definition;
}

/** Whether the route lives inside one workspace (its path starts with /api/w/:workspace). */
export function isInWorkspace(right: Right): boolean {
  return right !== 'public' && right !== 'signed-in';
}

/** The whole path of a route, with `:name` placeholders. */
export function pathOf(r: Pick<Route, 'right' | 'path'>): string {
  return (isInWorkspace(r.right) ? '/api/w/:workspace' : '/api') + r.path;
}

type Parsed<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined;
type Given<S extends Shape> = S extends z.ZodType ? z.input<S> : undefined;
type Field<K extends string, S extends Shape, V> = S extends z.ZodType
  ? { [k in K]: V }
  : { [k in K]?: undefined };

/** What a handler receives: params, query and body after validation. */
export type Input<R> =
  R extends Route<infer P, infer Q, infer B, infer _R>
    ? { params: Parsed<P>; query: Parsed<Q>; body: Parsed<B> }
    : never;

/** What a caller sends: params, query and body before validation. */
export type Call<R> =
  R extends Route<infer P, infer Q, infer B, infer _R>
    ? Field<'params', P, Given<P>> & Field<'query', Q, Given<Q>> & Field<'body', B, Given<B>>
    : never;

/** What the route answers with. */
export type Reply<R> = R extends Route<infer _P, infer _Q, infer _B, infer A> ? Parsed<A> : never;
