import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { maxFileBytes } from '../../../contract/fields.ts';
import { DeskError, isDatabaseAway, tooMany } from '../errors/index.ts';
import { newId } from '../ids/index.ts';
import type { Log } from '../log/index.ts';

export type Http = FastifyInstance;

/** Builds the HTTP server with everything that holds for every route: headers, limits, errors, request ids. */
export async function buildHttp(options: {
  log: Log;
  trustsProxy: boolean;
  publicUrl: string;
  version: string;
}): Promise<Http> {
  const app = Fastify({
    loggerInstance: options.log as never,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustsProxy,
    genReqId: () => newId(),
    requestTimeout: 60_000,
    connectionTimeout: 90_000,
    bodyLimit: 4 * 1024 * 1024,
    routerOptions: { maxParamLength: 300, querystringParser: text => parseQuery(text) },
  }) as unknown as FastifyInstance;
  // zod validates (mount.ts); the JSON schemas are there for the OpenAPI document and the replies.
  app.setValidatorCompiler(() => () => true);
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: maxFileBytes, files: 1, fields: 5, parts: 6, headerPairs: 50 },
  });
  await app.register(rateLimit, {
    global: false,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, context) => tooMany('too-many', Math.ceil(context.ttl / 1000)),
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    strictTransportSecurity: options.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Guichet',
        version: options.version,
        description: 'The API that Guichet’s own screens use.',
      },
    },
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
  });
  app.setErrorHandler(refuse);
  return app;
}

/** Turns what was thrown into one of the refusals of the contract; details stay in the log (S36). */
function refuse(
  this: FastifyInstance,
  error: FastifyError | Error,
  request: { id: string; log: Log | FastifyInstance['log'] },
  reply: import('fastify').FastifyReply,
) {
  const send = (status: number, code: string, facts: Record<string, unknown> = {}) =>
    reply.code(status).send({ error: code, facts, requestId: request.id });
  if (error instanceof DeskError) {
    const { retryAfterSeconds } = error.facts;
    if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds);
    return send(
      error.code === 'signed-out' || error.code === 'wrong-credentials' ? 401 : error.status,
      error.code,
      error.facts,
    );
  }
  if (isDatabaseAway(error)) {
    request.log.warn({ err: error }, 'database away');
    reply.header('retry-after', 5);
    return send(503, 'unavailable');
  }
  const { code, statusCode } = error as FastifyError;
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return send(422, 'file-too-large', { limit: maxFileBytes / 1024 / 1024 });
  if (statusCode && statusCode < 500) return send(statusCode, statusCode === 404 ? 'not-found' : 'invalid');
  request.log.error({ err: error }, 'request failed');
  return send(500, 'unexpected');
}

function parseQuery(text: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const earlier = query[name];
    query[name] = earlier === undefined ? value : [...(Array.isArray(earlier) ? earlier : [earlier]), value];
  }
  return query;
}
