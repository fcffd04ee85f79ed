// Configuration comes from environment variables only; every one is in the README's table.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

export const roleNames = ['web', 'worker', 'clock'] as const;
export type ProcessRole = (typeof roleNames)[number];

const port = z.coerce.number().int().min(0).max(65535);
const optionalPort = z.union([z.literal('off'), port]).transform(value => (value === 'off' ? null : value));

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATA_DIR: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SECRET_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  ROLES: z
    .string()
    .default(roleNames.join(','))
    .transform(text =>
      text
        .split(',')
        .map(part => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.enum(roleNames)).min(1)),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.email().optional(),
  LMTP_PORT: optionalPort.default(2424),
  SMTP_PORT: optionalPort.default(2525),
  MAIL_HOST: z.string().default('127.0.0.1'),
  MAIL_MAX_MB: z.coerce.number().int().min(1).max(200).default(50),
  DNS_SERVERS: z
    .string()
    .default('system')
    .transform((text): 'off' | 'system' | string[] =>
      text === 'off' || text === 'system' ? text : text.split(',').map(one => one.trim()),
    ),
  METRICS_PORT: optionalPort.default(3001),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  TRUST_PROXY: z.enum(['yes', 'no']).default('no'),
  PREPARED_STATEMENTS: z.enum(['on', 'off']).default('on'),
});

export type Config = ReturnType<typeof readConfig>;

/** Thrown for settings that are wrong or unsafe; the message is the one line that is shown. */
export class BadConfig extends Error {}

const wellKnown = /^(?:secret|change-?me|default|guichet|password|(.)\1+)+$/i;

/**
 * Reads and checks the environment (S36). Takes the variables and the folder to use when DATA_DIR is not set.
 * Makes DATA_DIR and, where SECRET_KEY is not given, a key that is kept there with mode 600.
 * @throws BadConfig with one line that names the variable
 */
export function readConfig(env: Record<string, string | undefined>, defaultDataDir: string) {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new BadConfig(`${String(issue.path[0])}: ${issue.message}`);
  }
  const values = parsed.data;
  const dataDir = resolve(values.DATA_DIR ?? defaultDataDir);
  mkdirSync(dataDir, { recursive: true });
  const publicUrl = (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, '');
  const secretKey = values.SECRET_KEY ?? keptKey(dataDir);
  if (wellKnown.test(secretKey))
    throw new BadConfig('SECRET_KEY: is a well-known value; choose a random one');
  const isOpen = values.HOST !== '127.0.0.1' && values.HOST !== 'localhost' && values.HOST !== '::1';
  if (isOpen && values.PUBLIC_URL === undefined)
    throw new BadConfig('PUBLIC_URL: must be set when HOST is not loopback');
  return {
    databaseUrl: values.DATABASE_URL,
    dataDir,
    host: values.HOST,
    port: values.PORT,
    publicUrl,
    secretKey,
    roles: new Set<ProcessRole>(values.ROLES),
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? `guichet@${new URL(publicUrl).hostname}`,
    mailHost: values.MAIL_HOST,
    lmtpPort: values.LMTP_PORT,
    smtpPort: values.SMTP_PORT,
    mailMaxBytes: values.MAIL_MAX_MB * 1024 * 1024,
    /** Name servers that are asked about senders; null for those of the machine. */
    dnsServers: values.DNS_SERVERS === 'system' ? null : values.DNS_SERVERS,
    metricsPort: values.METRICS_PORT,
    logLevel: values.LOG_LEVEL,
    trustsProxy: values.TRUST_PROXY === 'yes',
    preparesStatements: values.PREPARED_STATEMENTS === 'on',
  };
}

function keptKey(dataDir: string): string {
  const path = join(dataDir, 'secret.key');
  if (!existsSync(path))
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
}
