// What would make a database lose or spoil what it said it had kept.

/** A setting that the product refuses to run with; `reason` is one line for the operator. */
export interface UnsafeSetting {
  setting: 'fsync' | 'synchronous_commit' | 'server_version' | 'server_encoding';
  value: string;
  reason: string;
}

/** Anything that can run one statement: a pool, a client, a connection. */
interface Asks {
  query(statement: string): Promise<{ rows: unknown[] }>;
}

interface Answer {
  fsync: string;
  commit: string;
  version: string;
  number: number;
  encoding: string;
}

const OLDEST = 15;
const NEWEST = 18;

/**
 * Gives what is unsafe about the database behind `client`, embedded or outside, as its session sees it (a role may have
 * settings of its own, so ask as the role that will write). Empty where all is well. S36.
 */
export async function checkSafeSettings(client: Asks): Promise<UnsafeSetting[]> {
  const { rows } = await client.query(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
            current_setting('server_version') as version, current_setting('server_version_num')::int as number,
            current_setting('server_encoding') as encoding`,
  );
  return judgeSettings(rows[0] as Answer);
}

/** The rule behind checkSafeSettings, on the settings alone. */
export function judgeSettings({ fsync, commit, version, number, encoding }: Answer): UnsafeSetting[] {
  const found: UnsafeSetting[] = [];
  const major = Math.floor(number / 10_000);
  if (fsync !== 'on') {
    found.push({
      setting: 'fsync',
      value: fsync,
      reason: 'The database runs with fsync off: a power cut can destroy it.',
    });
  }
  if (commit === 'off') {
    const reason =
      'The database runs with synchronous_commit off: it can lose mail that was already accepted.';
    found.push({ setting: 'synchronous_commit', value: commit, reason });
  }
  if (major < OLDEST || major > NEWEST) {
    const reason = `The database is PostgreSQL ${version}: versions ${OLDEST} to ${NEWEST} are supported.`;
    found.push({ setting: 'server_version', value: version, reason });
  }
  if (encoding !== 'UTF8') {
    const reason = `The database stores text as ${encoding}: it must be created with the encoding UTF8.`;
    found.push({ setting: 'server_encoding', value: encoding, reason });
  }
  return found;
}
