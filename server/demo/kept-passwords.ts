// S36: no password ships with the program. Each installation makes its own, kept where only its owner can read them.
import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where they are kept. */
export const passwordFile = (dataDir: string) => join(dataDir, 'demo-passwords.txt');

const codeOf = (error: unknown) => (error as { code?: string }).code;

/** Without those that look alike. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * The passwords of the demo's agents by e-mail, from DATA_DIR/demo-passwords.txt, which is made (mode 600) when it is not
 * there. Of two processes that start at once, both get what the first has written.
 */
export async function keptPasswords(
  dataDir: string,
  emails: readonly string[],
): Promise<Map<string, string>> {
  const text = emails.map(email => `${email} ${newPassword()}\n`).join('');
  await writeFile(passwordFile(dataDir), text, { mode: 0o600, flag: 'wx' }).catch(error => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  return readPasswords(dataDir);
}

/** What the file holds; nothing when there is none. */
export async function readPasswords(dataDir: string): Promise<Map<string, string>> {
  const text = await readFile(passwordFile(dataDir), 'utf8').catch(error => {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  });
  return new Map(
    text.split('\n').flatMap(line => {
      const [email, password] = line.split(' ');
      return email && password ? [[email, password] as const] : [];
    }),
  );
}

/** Four groups of four signs: some 79 bits. */
function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
