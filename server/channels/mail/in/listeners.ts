// Where an MTA, or anybody, delivers mail straight into the desk: LMTP (RFC 2033) and SMTP (RFC 5321).
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Platform } from '../../../platform/index.ts';
import { answerData, answerRecipient, type Intake } from './intake.ts';
import { openRawStore } from './raw-store.ts';
import { rememberRecipients } from './recipients.ts';

export interface Listeners {
  /** The ports really listened on; null where a listener is off. */
  lmtpPort: number | null;
  smtpPort: number | null;
  /** Takes no new connections, lets the mails under way be answered, then hangs up. */
  stop(): Promise<void>;
}

/** RFC 5321, 4.5.3.2.7: a server waits at least 5 minutes for the next command. */
const idleMs = 5 * 60_000;
const graceMs = 5_000;
const mostConnections = 1_000;
/** How many times the largest mail may be in memory at once, over all connections, before senders are told to wait. */
const mailsInMemory = 8;

/**
 * Listens on `mailHost` at the LMTP and SMTP ports of the configuration (null: off; 0: a free one). No authentication,
 * no reverse DNS. Mail is taken for the mailboxes of all workspaces, and for nobody else (no relaying).
 * @throws when a port is taken
 */
export async function startListeners(platform: Platform): Promise<Listeners> {
  const { config } = platform;
  const intake: Intake = {
    findRecipient: rememberRecipients(platform),
    store: openRawStore(platform),
    memory: { used: 0, most: config.mailMaxBytes * mailsInMemory },
    log: platform.log,
  };
  const lmtp = await listen(platform, intake, 'lmtp', config.lmtpPort);
  const smtp = await listen(platform, intake, 'smtp', config.smtpPort).catch(async error => {
    await lmtp?.stop();
    throw error;
  });
  return {
    lmtpPort: lmtp?.port ?? null,
    smtpPort: smtp?.port ?? null,
    async stop() {
      await Promise.all([lmtp?.stop(), smtp?.stop()]);
    },
  };
}

async function listen(platform: Platform, intake: Intake, protocol: 'lmtp' | 'smtp', port: number | null) {
  if (port === null) return null;
  const { config, log } = platform;
  const server = new SMTPServer({
    name: new URL(config.publicUrl).hostname,
    banner: 'Guichet',
    lmtp: protocol === 'lmtp',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: config.mailMaxBytes,
    rejectOversized: true,
    maxClients: mostConnections,
    socketTimeout: idleMs,
    closeTimeout: graceMs,
    logger: false,
    onRcptTo: (address, session, callback) => {
      answerRecipient(intake, address.address, session).then(() => callback(), callback);
    },
    onData: (stream, session, callback) => {
      answerData(intake, protocol, stream, session).then(
        answers => callback(null, answers),
        error => callback(error),
      );
    },
  });
  server.on('error', error => log.debug({ err: error, protocol }, 'mail connection lost'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, config.mailHost, () => {
      server.server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise<void>(resolve => server.close(resolve));
      for (const connection of server.connections) {
        // Between two mails nothing is lost by hanging up; one that is under way gets its answer first.
        if (connection.session.envelope.rcptTo.length === 0) connection.close();
      }
      await closed;
    },
  };
}
