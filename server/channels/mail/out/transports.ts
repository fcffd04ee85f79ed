// Connections to mail servers: one small pool per server, kept while it is used, so that a slow one holds up only itself.
import { createHash } from 'node:crypto';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Server } from './sender.ts';

const timeouts = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 60_000,
  dnsTimeout: 10_000,
};
/** A server that answers byte by byte is never silent, so a mail also has a longest time, by its size. */
const longestMs = (bytes: number) => 120_000 + Math.ceil(bytes / 20);

type Pool = ReturnType<typeof openPool>;

export interface Transports {
  /** Sends one mail. Gives what the server said. @throws the error of nodemailer */
  send(server: Server, mail: SendMailOptions, bytes: number): Promise<string>;
  close(): void;
}

/** Opens the pools of one process. `longest` is the longest time for a mail of so many bytes, in milliseconds. */
export function openTransports(secrets: Secrets, longest = longestMs): Transports {
  const pools = new Map<string, { pool: Pool; settings: string }>();

  function poolFor(server: Server): Pool {
    const key = server.kind === 'relay' ? 'relay' : server.mailboxId;
    const settings = settingsOf(server);
    const known = pools.get(key);
    if (known?.settings === settings) return known.pool;
    known?.pool.close();
    const pool = openPool(server, secrets);
    // A connection that breaks between two mails concerns nobody; the next mail opens another.
    pool.on('error', () => {});
    pools.set(key, { pool, settings });
    return pool;
  }

  return {
    async send(server, mail, bytes) {
      const signal = AbortSignal.timeout(longest(bytes));
      const { response } = await poolFor(server).sendMail({ ...mail, signal });
      return response ?? '';
    },
    close() {
      for (const { pool } of pools.values()) pool.close();
      pools.clear();
    },
  };
}

/** Changes with anything that another connection is needed for. */
function settingsOf(server: Server): string {
  if (server.kind === 'relay') return server.url;
  const { smtp, sealedPassword } = server;
  return createHash('sha256')
    .update(JSON.stringify(smtp))
    .update(sealedPassword ?? '')
    .digest('hex');
}

function openPool(server: Server, secrets: Secrets) {
  return nodemailer.createTransport({
    ...timeouts,
    pool: true,
    maxConnections: 4,
    idleTimeout: 30_000,
    // By itself the pool would send a mail again whose connection broke, also when the server had taken it.
    maxRequeues: 0,
    ...(server.kind === 'relay' ? relayOptions(server.url) : mailboxOptions(server, secrets)),
  });
}

function relayOptions(url: string) {
  const { protocol, username, hostname } = new URL(url);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  // A password never travels in clear text over a network.
  return { url, requireTLS: protocol === 'smtp:' && username !== '' && !isLoopback };
}

function mailboxOptions(server: Extract<Server, { kind: 'mailbox' }>, secrets: Secrets) {
  const { smtp, sealedPassword, workspaceId, mailboxId } = server;
  const place = `${workspaceId}/mailboxes.smtp_password/${mailboxId}`;
  const pass = sealedPassword ? secrets.unseal(sealedPassword, place) : '';
  return {
    host: smtp.host,
    port: smtp.port,
    secure: smtp.security === 'tls',
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'none',
    ...(smtp.user && { auth: { user: smtp.user, pass } }),
  };
}
