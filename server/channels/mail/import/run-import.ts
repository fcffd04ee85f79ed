// The job of an import: reads the archive, files its mails in the order in which they were written, closes what is to be
// closed. It works a while and then makes room for others; each step is committed with what it did, so a process that
// dies loses nothing and does nothing twice.
import './tables.ts';
import { closeImported } from '../../../desk/tickets/index.ts';
import { type Ctx, systemActor } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { enqueue, type NewJob, type Task } from '../../../platform/jobs/index.ts';
import type { MailReader } from '../reading/index.ts';
import { fileImported } from './file-imported.ts';
import type { MailImport, MailImportMail } from './tables.ts';
import { takeIn } from './take-in.ts';

/** How long one job works before the next one goes on, in milliseconds. */
const turnMs = 10_000;
const linesAtOnce = 20;

/** The job that goes on with an import. */
export function importJob(workspaceId: string, importId: string): NewJob {
  return {
    task: 'mail.import',
    payload: { workspaceId, importId },
    key: `mail-import:${importId}`,
    queue: `mail-import:${workspaceId}`,
    // Living mail and answers go first.
    priority: 10,
  };
}

/** Makes the task `mail.import` {workspaceId, importId}. The reader is the caller's to close. */
export function createImportTask(platform: Platform, reader: MailReader): Task {
  const { database } = platform;
  return async payload => {
    const { workspaceId, importId } = payload as { workspaceId: string; importId: string };
    const scope = { workspaceId, actor: systemActor('import') };
    const endsAt = performance.now() + turnMs;
    const isOver = () => performance.now() > endsAt;
    while (!isOver()) {
      const job = await database.run(scope, ctx => importById(ctx, importId));
      if (!job || job.state === 'done' || job.state === 'failed') return;
      if (job.state === 'reading') await read(platform, job, isOver);
      else if (job.state === 'filing') await fileSome(platform, reader, job, isOver);
      else await database.run(scope, ctx => closeSome(ctx, job));
    }
    await database.run(scope, ctx => enqueue(ctx.tx, [importJob(workspaceId, importId)]));
  };
}

async function importById(ctx: Ctx, id: string): Promise<MailImport | null> {
  const row = await ctx.tx
    .selectFrom('mail_imports')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

async function read(platform: Platform, job: MailImport, isOver: () => boolean): Promise<void> {
  if (!(await takeIn(platform, job, isOver))) return;
  await platform.storage.remove(job.storage_key!);
}

/** Files the mails that have waited longest by their own date; when there are none left, the import goes on. */
async function fileSome(
  platform: Platform,
  reader: MailReader,
  job: MailImport,
  isOver: () => boolean,
): Promise<void> {
  const scope = { workspaceId: job.workspace_id, actor: systemActor('import') };
  const lines = await platform.database.run(scope, ctx => waitingLines(ctx, job.id));
  if (lines.length === 0)
    return platform.database.run(scope, ctx => moveOn(ctx, job, job.closes === 'none' ? 'done' : 'closing'));
  for (const line of lines) {
    if (isOver()) return;
    await fileImported(platform, reader, job.workspace_id, line);
  }
}

async function waitingLines(ctx: Ctx, importId: string): Promise<MailImportMail[]> {
  return ctx.tx
    .selectFrom('mail_import_mails')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', '=', importId)
    .where('outcome', '=', 'waiting')
    .orderBy('at')
    .orderBy('place')
    .limit(linesAtOnce)
    .execute();
}

/** Closes a batch of the tickets that the import made. */
async function closeSome(given: Ctx, job: MailImport): Promise<void> {
  const ctx: Ctx = { ...given, actor: { type: 'agent', id: job.started_by, via: 'import' } };
  let select = ctx.tx
    .selectFrom('mail_import_mails as m')
    .innerJoin('tickets', join =>
      join.onRef('tickets.workspace_id', '=', 'm.workspace_id').onRef('tickets.id', '=', 'm.ticket_id'),
    )
    .select('tickets.id')
    .where('m.workspace_id', '=', ctx.workspaceId)
    .where('m.import_id', '=', job.id)
    .where('m.outcome', '=', 'ticket')
    .where('tickets.status', '<>', 'closed')
    .limit(linesAtOnce);
  if (job.closes === 'answered') select = select.where('tickets.waiting_since', 'is', null);
  const tickets = await select.execute();
  for (const { id } of tickets) await closeImported(ctx, id);
  if (tickets.length === 0) await moveOn(ctx, job, 'done');
}

async function moveOn(ctx: Ctx, job: MailImport, state: 'closing' | 'done'): Promise<void> {
  const isEnd = state === 'done';
  await ctx.tx
    .updateTable('mail_imports')
    .set({ state: isEnd && job.problem ? 'failed' : state, ...(isEnd && { finished_at: ctx.now }) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', job.id)
    .where('state', '=', job.state)
    .execute();
}
