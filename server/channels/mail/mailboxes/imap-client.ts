import { ImapFlow } from 'imapflow';
import { addressOfServer, nameForTls } from './allowed-server.ts';
import type { ImapSettings } from './tables.ts';

/** Limits in milliseconds. */
export interface Patience {
  connect: number;
  silence: number;
}

/**
 * Signs in to an IMAP server over an address that was checked. STARTTLS, where it is asked for, is never done without
 * (no plain-text fallback). The caller closes the client. @throws what failureOf() can name
 */
export async function openImap(
  settings: ImapSettings,
  password: string | null,
  patience: Patience,
): Promise<ImapFlow> {
  if (password === null) throw Object.assign(new Error('no password'), { code: 'no-password' });
  const { host, port, security, user } = settings;
  const address = await withinTime(addressOfServer(settings), patience.connect);
  const client = new ImapFlow({
    host: address,
    ...nameForTls(host),
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth: { user, pass: password },
    tls: nameForTls(host),
    clientInfo: { name: 'Guichet' },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    socketTimeout: patience.silence,
    maxLiteralSize: 512 * 1024 * 1024,
  });
  // Without a listener a connection that is lost later would end the process; whoever waits hears of it by 'close'.
  client.on('error', () => {});
  try {
    await withinTime(client.connect(), patience.connect);
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** Gives up on work that takes too long. @throws an error with the code ETIMEDOUT */
export async function withinTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })), ms);
  });
  // Whoever gave up no longer listens to how the work ends.
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
