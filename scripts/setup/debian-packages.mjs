// What the browser stories need from the machine: Debian's Chromium and Dovecot.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

const NEEDED = [
  { name: 'chromium', proof: ['/usr/bin/chromium'] },
  { name: 'dovecot-core', proof: ['/usr/sbin/dovecot'] },
  { name: 'dovecot-imapd', proof: ['/usr/lib/dovecot/imap', '/usr/libexec/dovecot/imap'] },
  { name: 'dovecot-lmtpd', proof: ['/usr/lib/dovecot/lmtp', '/usr/libexec/dovecot/lmtp'] },
  { name: 'dovecot-submissiond', proof: ['/usr/lib/dovecot/submission', '/usr/libexec/dovecot/submission'] },
];

/** Installs what is missing where it may; gives undefined when all is there, else why it is not, in one line. */
export async function prepareBrowserAndDovecot() {
  const wanted = missing();
  if (wanted.length === 0) return undefined;
  if (process.getuid?.() !== 0) return `${wanted.join(', ')} missing, and only root may install packages`;
  if (!isInPath('apt-get'))
    return `${wanted.join(', ')} missing, and there is no apt-get to install packages with`;
  console.log(`Installing Debian packages: ${wanted.join(' ')} ...`);
  const install = ['install', '-y', '-q', '--no-install-recommends', ...wanted];
  // A list of packages that is too old, or none yet, is the usual reason for a first failure.
  for (const args of [install, ['update', '-q'], install]) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const { ok, output, end } = await run('apt-get', args, { env, limitSeconds: 240 });
    if (ok && missing().length === 0) return undefined;
    if (!ok && args !== install) return `apt-get update failed: ${output.trim().split('\n').at(-1) || end}`;
  }
  return `${missing().join(', ')} missing, and apt-get could not install them`;
}

function missing() {
  return NEEDED.filter(({ proof }) => !proof.some(path => existsSync(path))).map(({ name }) => name);
}

function isInPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, program)));
}
