// The first half of an import: every mail of the archive is kept by itself, as it is, before any of them is looked at.
// What is written is written with its place, so whoever comes after a process that died goes on behind it.
import './tables.ts';
import '../in/tables.ts';
import { sql } from 'kysely';
import { type Ctx, systemActor } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { contentOf, rawHeaders, storableText } from '../in/raw-content.ts';
import { decodeWords } from '../reading/words.ts';
import { readArchive, UnknownArchive } from './archive.ts';
import type { ArchivedMail } from './archived-mail.ts';
import { TooDense } from './density.ts';
import type { MailImport, SkipReason } from './tables.ts';

const mailsAtOnce = 50;
const bytesAtOnce = 8 * 1024 * 1024;

/**
 * Reads an archive from where an earlier try stopped to its end. Gives false when somebody else has gone on meanwhile.
 * An archive that cannot be read is told as the problem of its import; what was read of it until then stays.
 * @throws when the database or the storage is away
 */
export async function takeIn(
  platform: Platform,
  job: MailImport,
  isStopped: () => boolean,
): Promise<boolean> {
  const scope = { workspaceId: job.workspace_id, actor: systemActor('import') };
  const known = await platform.database.run(scope, ctx => lastPlace(ctx, job.id));
  let bytesRead = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of await platform.storage.get(job.storage_key!)) {
      bytesRead += piece.length;
      yield piece as Buffer;
    }
  }
  let place = 0;
  let batch: Placed[] = [];
  let bytes = 0;
  let problem: string | null = null;
  const flush = async (isEnd: boolean) => {
    const isMine = await platform.database.run(scope, ctx =>
      keep(ctx, job, batch, { bytesRead, isEnd, problem }),
    );
    batch = [];
    bytes = 0;
    return isMine;
  };
  try {
    for await (const mail of readArchive(counted(), platform.config.mailMaxBytes)) {
      place++;
      if (place <= known) continue;
      batch.push({ place, mail });
      bytes += mail.raw?.length ?? 0;
      if (batch.length < mailsAtOnce && bytes < bytesAtOnce) continue;
      if (!(await flush(false)) || isStopped()) return false;
    }
  } catch (error) {
    problem = problemOf(error);
    if (!problem) throw error;
    platform.log.warn({ err: error, importId: job.id }, 'an archive of mail cannot be read');
  }
  return flush(true);
}

interface Placed {
  place: number;
  mail: ArchivedMail;
}

/** Writes what was read, if this is the one who reads; the last time, that all is read. */
async function keep(
  ctx: Ctx,
  job: MailImport,
  batch: Placed[],
  { bytesRead, isEnd, problem }: { bytesRead: number; isEnd: boolean; problem: string | null },
): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('mail_imports')
    .select('state')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', job.id)
    .forUpdate()
    .executeTakeFirst();
  if (row?.state !== 'reading') return false;
  if (batch.length > 0 && (await lastPlace(ctx, job.id)) !== batch[0]!.place - 1) return false;
  const rows = batch.map(one => rowOf(ctx, job, one));
  const raws = rows.flatMap(row => (row.raw ? [{ row, raw: row.raw }] : []));
  const kept = new Set(raws.length > 0 ? await insertRaw(ctx, job, raws) : []);
  if (rows.length > 0)
    await ctx.tx
      .insertInto('mail_import_mails')
      .values(
        rows.map(({ raw: _, ...row }) => {
          if (row.reason || kept.has(row.raw_mail_id))
            return { ...row, raw_mail_id: row.reason ? null : row.raw_mail_id };
          return { ...row, raw_mail_id: null, outcome: 'skipped' as const, reason: 'duplicate' as const };
        }),
      )
      .execute();
  await ctx.tx
    .updateTable('mail_imports')
    .set({
      bytes_read: isEnd ? job.size : bytesRead,
      ...(isEnd && { state: 'filing' as const }),
      ...(problem && { problem }),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', job.id)
    .execute();
  return true;
}

type Row = ReturnType<typeof rowOf>;

function rowOf(ctx: Ctx, job: MailImport, { place, mail }: Placed) {
  const headers = rawHeaders(mail.raw ?? mail.head);
  const isMail = mail.raw !== null && headers.size > 0;
  const reason: SkipReason | null = isMail ? null : (mail.reason ?? 'no-mail');
  return {
    workspace_id: ctx.workspaceId,
    import_id: job.id,
    place,
    raw_mail_id: newId(),
    outcome: reason ? ('skipped' as const) : ('waiting' as const),
    reason,
    sender: storableText(decodeWords(headers.get('from') ?? '')).slice(0, 300),
    subject: storableText(decodeWords(headers.get('subject') ?? mail.name)).slice(0, 500),
    at: timeOf(headers.get('date'), mail.at, ctx.now),
    raw: isMail ? mail.raw : null,
  };
}

/** When a mail was written by its own word, by the archive's, or now; nothing comes from the future. */
function timeOf(date: string | undefined, archived: Date | null, now: Date): Date {
  const written = Date.parse((date ?? '').replace(/\([^)]*\)/g, ''));
  const time = Number.isNaN(written) ? (archived?.getTime() ?? now.getTime()) : written;
  return new Date(Math.min(Math.max(time, 0), now.getTime()));
}

/** Gives the ids of those that were not in the mailbox yet. */
async function insertRaw(ctx: Ctx, job: MailImport, mails: { row: Row; raw: Buffer }[]): Promise<string[]> {
  const inserted = await ctx.tx
    .insertInto('raw_mails')
    .values(
      mails.map(({ row, raw }) => {
        const { messageId, contentHash } = contentOf(raw);
        return {
          workspace_id: ctx.workspaceId,
          id: row.raw_mail_id,
          mailbox_id: job.mailbox_id,
          source: 'import' as const,
          message_id: messageId,
          content_hash: contentHash,
          envelope_from: '',
          envelope_to: '',
          size: raw.length,
          received_at: row.at,
          raw,
        };
      }),
    )
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'mailbox_id', 'message_id', 'content_hash']).doNothing(),
    )
    .returning('id')
    .execute();
  return inserted.map(row => row.id);
}

async function lastPlace(ctx: Ctx, importId: string): Promise<number> {
  const row = await ctx.tx
    .selectFrom('mail_import_mails')
    .select(sql<number>`coalesce(max(place), 0)`.as('place'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow();
  return row.place;
}

/** What to tell of an archive that cannot be read; null for a fault that is not the archive's. */
function problemOf(error: unknown): string | null {
  if (error instanceof UnknownArchive) return 'unknown-archive';
  if (error instanceof TooDense) return 'too-dense';
  const { code } = error as { code?: unknown };
  const isDamaged = typeof code === 'number' || (typeof code === 'string' && code.startsWith('Z_'));
  return isDamaged ? 'damaged' : null;
}
