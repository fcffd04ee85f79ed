// "Test this mailbox": really connects, changes nothing, and says in plain words what is wrong.
import { createTransport } from 'nodemailer';
import type { Reply } from '../../../../contract/route.ts';
import type { mailRoutes } from '../../../../contract/routes/mail.ts';
import type { Platform } from '../../../platform/index.ts';
import { addressOfServer, nameForTls } from './allowed-server.ts';
import { failureOf } from './connection-failure.ts';
import { openImap, withinTime } from './imap-client.ts';
import type { ImapSettings, ServerSettings } from './tables.ts';

export type Finding = Reply<typeof mailRoutes.test>['findings'][number];

export interface Trial {
  address: string;
  imap: (ImapSettings & { password: string | null }) | null;
  smtp: (ServerSettings & { password: string | null }) | null;
}

const patienceMs = 10_000;
const mostFoldersTold = 30;

/** Tries the servers of a mailbox, both at once, each for at most 10 s a step. Gives what was found. Never throws. */
export async function tryMailbox(platform: Platform, trial: Trial): Promise<Finding[]> {
  const { imap, smtp } = trial;
  const findings = await Promise.all([
    imap ? tryImap(imap) : tryListener(platform, trial.address),
    ...(smtp ? [trySmtp(smtp)] : []),
  ]);
  return findings;
}

async function tryImap({ password, ...settings }: NonNullable<Trial['imap']>): Promise<Finding> {
  const { folder } = settings;
  try {
    const client = await openImap(settings, password, { connect: patienceMs, silence: patienceMs });
    try {
      const box = await withinTime(client.mailboxOpen(folder, { readOnly: true }), patienceMs);
      const code = client.capabilities.has('IDLE') ? 'imap-ready' : 'imap-ready-polling';
      return found('imap', code, settings, { folder, count: String(box.exists) });
    } catch (error) {
      const { code, detail } = failureOf(error);
      const folders = await withinTime(client.list(), patienceMs).catch(() => []);
      const names = folders.slice(0, mostFoldersTold).map(each => each.path);
      const isMissing = folders.length > 0 && !folders.some(each => each.path === folder);
      if (code !== 'folder-missing' && !isMissing) return failed('imap', code, settings, detail);
      return failed('imap', 'folder-missing', settings, detail, { folder, folders: names.join(', ') });
    } finally {
      client.close();
    }
  } catch (error) {
    const { code, detail } = failureOf(error);
    return failed('imap', code, settings, detail);
  }
}

async function trySmtp({ password, ...settings }: NonNullable<Trial['smtp']>): Promise<Finding> {
  const { host, port, security, user } = settings;
  try {
    if (user !== '' && password === null) return failed('smtp', 'no-password', settings, '');
    const address = await withinTime(addressOfServer(settings), patienceMs);
    const transport = createTransport({
      host: address,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      tls: nameForTls(host),
      ...(user !== '' && { auth: { user, pass: password ?? '' } }),
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
    });
    try {
      await withinTime(transport.verify(), 2 * patienceMs);
    } finally {
      transport.close();
    }
    return found('smtp', user === '' ? 'smtp-ready-open' : 'smtp-ready', settings, {});
  } catch (error) {
    const { code, detail } = failureOf(error);
    return failed('smtp', code, settings, detail);
  }
}

async function tryListener({ config }: Platform, address: string): Promise<Finding> {
  const ports = [
    config.lmtpPort === null ? '' : `LMTP ${config.lmtpPort}`,
    config.smtpPort === null ? '' : `SMTP ${config.smtpPort}`,
  ].filter(Boolean);
  const isGood = ports.length > 0;
  const code = isGood ? 'listener-ready' : 'listener-off';
  return { part: 'listener', isGood, code, facts: { address, ports: ports.join(', ') } };
}

type Facts = Record<string, string>;

function found(part: 'imap' | 'smtp', code: string, server: ServerSettings, facts: Facts): Finding {
  return { part, isGood: true, code, facts: { ...placeOf(server), ...facts } };
}

function failed(
  part: 'imap' | 'smtp',
  code: string,
  server: ServerSettings,
  detail: string,
  facts: Facts = {},
): Finding {
  const seconds = String(patienceMs / 1000);
  return { part, isGood: false, code, facts: { ...placeOf(server), detail, seconds, ...facts } };
}

function placeOf({ host, port, user }: ServerSettings): Facts {
  return { host, port: String(port), user };
}
