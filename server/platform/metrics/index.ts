// Health and metrics, on a port of their own that is never public (S36).
import { createServer } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

export const mailsTaken = new Counter({
  name: 'guichet_mails_taken_total',
  help: 'Mails committed as they came, by source',
  labelNames: ['source'],
  registers: [registry],
});
export const mailsFiled = new Counter({
  name: 'guichet_mails_filed_total',
  help: 'Mails made into tickets, messages or stubs',
  labelNames: ['outcome'],
  registers: [registry],
});
export const deliveriesTried = new Counter({
  name: 'guichet_deliveries_total',
  help: 'Tries to send a mail, by what came of them',
  labelNames: ['state'],
  registers: [registry],
});
export const liveConnections = new Gauge({
  name: 'guichet_live_connections',
  help: 'Open screens that hear changes',
  registers: [registry],
});
export const requestSeconds = new Histogram({
  name: 'guichet_http_request_seconds',
  help: 'Time to answer, by route',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 1, 5],
  registers: [registry],
});

/** Serves /health/live, /health/ready, /health and /metrics on loopback. `isReady` gives what is not ready, or null. */
export async function serveHealth(
  port: number,
  isReady: () => Promise<string | null>,
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const say = (status: number, body: string, type = 'application/json') =>
      response.writeHead(status, { 'content-type': type }).end(body);
    const path = request.url?.split('?')[0];
    if (path === '/health/live') return say(200, '{"status":"live"}');
    if (path === '/health/ready' || path === '/health') {
      const problem = await isReady().catch(() => 'database');
      return problem
        ? say(503, JSON.stringify({ live: true, ready: false, problem }))
        : say(200, '{"live":true,"ready":true}');
    }
    if (path === '/metrics') return say(200, await registry.metrics(), registry.contentType);
    say(404, '{"error":"not-found"}');
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  );
  const address = server.address() as { port: number };
  return {
    port: address.port,
    stop() {
      server.closeAllConnections();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
}
