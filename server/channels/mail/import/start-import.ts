import './tables.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { storableText } from '../in/raw-content.ts';
import { mailboxById } from '../mailboxes/mailbox.ts';
import { importJob } from './run-import.ts';
import type { Closing } from './tables.ts';

/** Has an archive that is stored made into tickets. Gives the import's id. @throws NotFound for the mailbox */
export async function startImport(
  ctx: Ctx,
  {
    mailboxId,
    closes,
    key,
    size,
    name,
  }: { mailboxId: string; closes: Closing; key: string; size: number; name: string },
): Promise<string> {
  await mailboxById(ctx, mailboxId);
  const id = newId();
  await ctx.tx
    .insertInto('mail_imports')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      mailbox_id: mailboxId,
      name: storableText(name.split(/[\\/]/).at(-1) ?? '').slice(0, 200) || '—',
      size,
      storage_key: key,
      closes,
      started_by: ctx.actor.id!,
    })
    .execute();
  await enqueue(ctx.tx, [importJob(ctx.workspaceId, id)]);
  return id;
}
