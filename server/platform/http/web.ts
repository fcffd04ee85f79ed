import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Http } from './server.ts';

/** Serves the built app: hashed files for a year, its page for every other address that a browser opens. */
export async function serveWeb(app: Http, folder: string): Promise<void> {
  const page = join(folder, 'index.html');
  const html = existsSync(page)
    ? readFileSync(page, 'utf8')
    : '<!doctype html><title>Guichet</title><p>The web app is not built: npm run build';
  if (existsSync(join(folder, 'assets'))) {
    await app.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      decorateReply: false,
      // The build leaves each text compressed beside it.
      preCompressed: true,
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      ['GET', 'HEAD'].includes(request.method) &&
      !/^\/(api|assets|files|socket\.io)(\/|$)/.test(request.url.split('?')[0]!);
    if (!wantsPage) return reply.code(404).send({ error: 'not-found', facts: {}, requestId: request.id });
    return reply.header('cache-control', 'no-cache').type('text/html').send(html);
  });
}
