// The API for readers: the document itself and a page that lists it.
import { render } from 'preact-render-to-string';
import type { Http } from './server.ts';

interface Operation {
  summary?: string;
  description?: string;
  tags?: string[];
}

/** Serves /api/openapi.json (OpenAPI 3.1) and /api. To be called after the routes are mounted. */
export function serveApiDocument(app: Http): void {
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  app.get('/api', { schema: { hide: true } }, async (_request, reply) => {
    const paths = Object.entries(app.swagger().paths ?? {}) as [string, Record<string, Operation>][];
    return reply.type('text/html').send(`<!doctype html>${render(<Page paths={paths} />)}`);
  });
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f1d1a;background:#fff}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #e5e2dc;vertical-align:top}
code{font:14px ui-monospace,monospace}.m{font-weight:600}.d{color:#5c574f;font-size:.875rem}
@media(prefers-color-scheme:dark){body{color:#eee9e1;background:#1a1917}td,th{border-color:#3a3733}.d{color:#b5afa5}a{color:#8ab4f8}}`;

function Page({ paths }: { paths: [string, Record<string, Operation>][] }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Guichet API</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <h1>Guichet API</h1>
        <p>
          The machine-readable document is <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).
          Changes need the session cookie and its <code>x-csrf-token</code>; an <code>Idempotency-Key</code>{' '}
          header makes a retry safe. Refusals are <code>{'{ error, facts, requestId }'}</code>.
        </p>
        <table>
          <thead>
            <tr>
              <th>Endpoint</th>
              <th>What it does</th>
            </tr>
          </thead>
          <tbody>
            {paths.flatMap(([path, operations]) =>
              Object.entries(operations).map(([method, operation]) => (
                <tr key={`${method} ${path}`}>
                  <td>
                    <code>
                      <span class="m">{method.toUpperCase()}</span> {path}
                    </code>
                  </td>
                  <td>
                    {operation.summary}
                    <div class="d">{operation.description}</div>
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </body>
    </html>
  );
}
