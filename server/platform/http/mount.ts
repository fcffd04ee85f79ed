// contract -> routes: validation, rights, transaction, idempotency and reply, the same for every endpoint.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Input, isInWorkspace, pathOf, type Reply, type Route } from '../../../contract/route.ts';
import type { Ctx, Database } from '../db/index.ts';
import { invalid } from '../errors/index.ts';
import { type Door, enter, type Member, type SignedIn } from './doors.ts';
import { once } from './idempotency.ts';

type Routes = Record<string, Route>;

/** Requests a minute from one address to one public endpoint. Sign-in has limits of its own besides (S28). */
const publicRequestsPerMinute = 300;
// biome-ignore lint/suspicious/noConfusingVoidType: a handler without a reply returns nothing
type Answer<R> = Reply<R> extends undefined ? void : z.input<NonNullable<Extract<R, Route>['reply']>>;

/** A call outside any workspace: what a handler may need of the request. */
export interface Outside {
  signedIn: SignedIn | null;
  address: string;
  device: string;
  reply: FastifyReply;
}

/** A call that carries bytes: it opens its own transactions, never while bytes flow. */
export interface Visit {
  member: Member;
  run<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
  request: FastifyRequest;
  reply: FastifyReply;
}

type Plain<R extends Routes> = { [K in keyof R as R[K] extends { transfer: string } ? never : K]: R[K] };
export type InWorkspaceHandlers<R extends Routes> = {
  [K in keyof R]: (ctx: Ctx, input: Input<R[K]>) => Promise<Answer<R[K]>>;
};
export type OutsideHandlers<R extends Routes> = {
  [K in keyof R]: (call: Outside, input: Input<R[K]>) => Promise<Answer<R[K]>>;
};
export type TransferHandlers<R extends Routes> = {
  [K in keyof R]: (visit: Visit, input: Input<R[K]>) => Promise<unknown>;
};

export interface Mount {
  app: FastifyInstance;
  database: Database;
  door: Door;
  /** Runs after each change of a workspace, in its transaction. */
  afterChange?: (ctx: Ctx, route: Route) => Promise<void>;
}

/** Mounts routes that run in one transaction of the caller's workspace. */
export function mountInWorkspace<R extends Routes>(
  mount: Mount,
  routes: R,
  handlers: InWorkspaceHandlers<Plain<R>>,
): void {
  each(routes, handlers, (route, handler) =>
    add(mount, route, async (request, reply, input) => {
      const { member } = await enter(mount.door, request, route.right);
      if (route.method === 'GET') {
        return answer(route, reply, await mount.database.read(scopeOf(member!), ctx => handler(ctx, input)));
      }
      const work = async (ctx: Ctx) => {
        const result = await once(ctx, request, () => handler(ctx, input));
        await mount.afterChange?.(ctx, route);
        return result;
      };
      return answer(route, reply, await mount.database.run(scopeOf(member!), work));
    }),
  );
}

/** Mounts routes that no workspace is needed for. Their handlers open their own transactions. */
export function mountOutside<R extends Routes>(
  mount: Mount,
  routes: R,
  handlers: OutsideHandlers<Plain<R>>,
): void {
  each(routes, handlers, (route, handler) =>
    add(mount, route, async (request, reply, input) => {
      const { signedIn } = await enter(mount.door, request, route.right);
      const device = String(request.headers['user-agent'] ?? '').slice(0, 300);
      return answer(route, reply, await handler({ signedIn, address: request.ip, device, reply }, input));
    }),
  );
}

/** Mounts routes whose body or reply are bytes. */
export function mountTransfers<R extends Routes>(
  mount: Mount,
  routes: R,
  handlers: Partial<TransferHandlers<R>>,
): void {
  each(routes, handlers, (route, handler) =>
    add(mount, route, async (request, reply, input) => {
      const { member } = await enter(mount.door, request, route.right);
      const run: Visit['run'] = work => mount.database.run(scopeOf(member!), work);
      return handler({ member: member!, run, request, reply }, input);
    }),
  );
}

function scopeOf(member: Member) {
  const actor = { type: 'agent', id: member.agentId, via: 'app' } as const;
  const { workspaceId, language, onlyFolders } = member;
  return { workspaceId, actor, language, onlyFolders };
}

type AnyHandler = (first: unknown, input: unknown) => Promise<unknown>;

function each(routes: Routes, handlers: object, mountOne: (route: Route, handler: AnyHandler) => void): void {
  for (const [name, handler] of Object.entries(handlers)) mountOne(routes[name]!, handler as AnyHandler);
}

type Handle = (request: FastifyRequest, reply: FastifyReply, input: unknown) => Promise<unknown>;

function add({ app }: Mount, route: Route, handle: Handle): void {
  app.route({
    method: route.method,
    url: pathOf(route),
    schema: schemaOf(route),
    // Only where anybody may knock: a whole office of agents may share one address.
    ...(route.right === 'public' && { config: { rateLimit: { max: publicRequestsPerMinute } } }),
    handler: async (request, reply) =>
      handle(request, reply, {
        params: check(route.params, request.params),
        query: check(route.query, request.query),
        body: route.transfer === 'upload' ? undefined : check(route.body, request.body),
      }),
  });
}

function answer(route: Route, reply: FastifyReply, result: unknown): unknown {
  if (route.reply) return result;
  reply.code(204);
  return null;
}

/** @throws Invalid with the wrong fields: path -> what is wrong */
function check(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(parsed.error.issues.map(issue => [issue.path.join('.'), issue.code]));
  throw invalid('invalid', { fields });
}

/** JSON schemas for the OpenAPI document and, for replies, for serialising: what the contract does not name never leaves. */
function schemaOf(route: Route): Record<string, unknown> {
  const json = (schema: z.ZodType, io: 'input' | 'output') => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-7' });
    return rest;
  };
  return {
    summary: route.summary,
    tags: [pathOf(route).split('/')[isInWorkspace(route.right) ? 4 : 2]],
    description: `Right: ${route.right}`,
    ...(route.params && { params: json(route.params, 'input') }),
    ...(route.query && { querystring: json(route.query, 'input') }),
    ...(route.body && { body: json(route.body, 'input') }),
    ...(route.reply && { response: { 200: json(route.reply, 'output') } }),
  };
}
