import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { dovecotConfig, usersFile } from './dovecot-config.ts';
import { sendLmtp } from './lmtp.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { freePorts } from './ports.ts';
import { canConnect, endOf, killAtExit } from './processes.ts';
import { waitFor } from './wait.ts';

const BINARY = '/usr/sbin/dovecot';
const NOBODY = 65534;

export type DovecotOptions = {
  /** Full mail addresses and their passwords; `name+detail@domain` is delivered to `name@domain`. */
  users: Record<string, string>;
  /** Also take mail from the users (SMTP AUTH) and hand it to the SMTP server on this port. */
  submissionRelayPort?: number;
  /** Run the whole server as this user instead of the current one (root only). */
  as?: { uid: number; gid: number; user: string; group: string };
};

export type Dovecot = {
  imapPort: number;
  lmtpPort: number;
  submissionPort: number | undefined;
  /** Puts a raw mail into a user's inbox by LMTP. Throws when Dovecot refuses it. */
  deliver(user: string, raw: string | Buffer, from?: string): Promise<void>;
  /** A user's mailbox, read over IMAP with the password known from `users`. */
  mailbox(user: string): Mailbox;
  /** All that Dovecot has logged so far. */
  log(): string;
  /** Ends Dovecot and removes its folder with all mail. */
  stop(): Promise<void>;
};

/** Whether Dovecot is installed here with these parts; without it, stories that need it are left out. */
export function hasDovecot(...parts: Array<'imap' | 'lmtp' | 'submission'>): boolean {
  const wanted = parts.length > 0 ? parts : ['imap', 'lmtp'];
  return [BINARY, ...wanted.map(part => `/usr/lib/dovecot/${part}`)].every(path => existsSync(path));
}

/** Starts a private Dovecot on free loopback ports, with its data in a temporary folder, and waits until it answers. */
export async function startDovecot({ users, submissionRelayPort, as }: DovecotOptions): Promise<Dovecot> {
  const identity = as ?? currentIdentity();
  const dir = mkdtempSync(join(tmpdir(), 'guichet-dovecot-'));
  const [imapPort = 0, lmtpPort = 0, thirdPort = 0] = await freePorts(3);
  const submission = submissionRelayPort ? { port: thirdPort, relayPort: submissionRelayPort } : undefined;
  // the processes that run as the identity must be able to pass through
  chmodSync(dir, 0o755);
  mkdirSync(join(dir, 'mail'));
  writeFileSync(join(dir, 'users'), usersFile(users), { mode: 0o600 });
  writeFileSync(join(dir, 'dovecot.conf'), dovecotConfig({ dir, identity, imapPort, lmtpPort, submission }));
  if (process.getuid?.() === 0) {
    const owned = as ? ['.', 'mail', 'users', 'dovecot.conf'] : ['mail', 'users'];
    for (const path of owned) chownSync(join(dir, path), identity.uid, identity.gid);
  }

  let output = '';
  const child = spawn(BINARY, ['-F', '-c', join(dir, 'dovecot.conf')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(as ? { uid: as.uid, gid: as.gid } : {}),
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      output += chunk;
    });
  }
  const forget = killAtExit(child, 'SIGTERM');
  const log = () => output + readIfThere(join(dir, 'dovecot.log'));
  const stop = async () => {
    await end(child);
    forget();
    rmSync(dir, { recursive: true, force: true });
  };

  try {
    const ports = [imapPort, lmtpPort, ...(submission ? [submission.port] : [])];
    await waitFor('Dovecot to listen', async () => {
      if (child.exitCode !== null) return 'ended';
      return (await Promise.all(ports.map(canConnect))).every(Boolean);
    });
    if (child.exitCode !== null) throw new Error(`Dovecot ended with code ${child.exitCode}`);
  } catch (error) {
    const said = log();
    await stop();
    throw new Error(`Dovecot did not start: ${said}`, { cause: error });
  }

  return {
    imapPort,
    lmtpPort,
    submissionPort: submission?.port,
    log,
    stop,
    mailbox: user => openMailbox({ port: imapPort, user, password: passwordOf(users, user) }),
    async deliver(user, raw, from = 'someone@sender.example') {
      const [result] = await sendLmtp({ port: lmtpPort }, { from, to: [user], raw });
      if (!result?.accepted) throw new Error(`Dovecot refused ${user}: ${result?.code} ${result?.text}`);
    },
  };
}

function currentIdentity() {
  const { uid, gid, username } = userInfo();
  if (uid === 0) return { uid: NOBODY, gid: NOBODY, user: 'nobody', group: 'nogroup' };
  return { uid, gid, user: username, group: groupName(gid) };
}

function groupName(gid: number): string {
  const line = readFileSync('/etc/group', 'utf8').split('\n');
  const found = line.map(each => each.split(':')).find(fields => fields[2] === String(gid));
  if (!found?.[0]) throw new Error(`group ${gid} has no name, which Dovecot needs`);
  return found[0];
}

function passwordOf(users: Record<string, string>, user: string): string {
  const password = users[user];
  if (password === undefined) throw new Error(`no such user of this Dovecot: ${user}`);
  return password;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  const isGone = await endOf(child, 5_000);
  if (isGone) return;
  child.kill('SIGKILL');
  await endOf(child, 5_000);
}
