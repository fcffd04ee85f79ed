import './tables.ts';
import { systemActor } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { processJob } from './process-job.ts';
import { contentOf, storableText } from './raw-content.ts';
import type { MailSource } from './tables.ts';

export interface NewRawMail {
  workspaceId: string;
  mailboxId: string;
  source: MailSource;
  envelopeFrom: string;
  envelopeTo: string;
  /** The client of an SMTP connection. */
  remoteIp?: string;
  helo?: string;
  /** When the mail reached the desk or its mail server; now when left out. */
  receivedAt?: Date;
  raw: Buffer;
}

/** 'duplicate': the same mail of this mailbox is committed already. */
export type RawOutcome = 'taken' | 'duplicate';

/**
 * Writes mails of one workspace and the jobs that read them, in one transaction. When it resolves they are committed.
 * Gives one outcome per mail, in their order. @throws when none of them is stored
 */
export async function writeBatch(platform: Platform, mails: NewRawMail[]): Promise<RawOutcome[]> {
  const workspaceId = mails[0]!.workspaceId;
  const rows = mails.map(mail => ({
    workspace_id: workspaceId,
    id: newId(),
    mailbox_id: mail.mailboxId,
    source: mail.source,
    ...keyOf(mail.raw),
    envelope_from: storableText(mail.envelopeFrom).slice(0, 1000),
    envelope_to: storableText(mail.envelopeTo).slice(0, 10_000),
    size: mail.raw.length,
    remote_ip: mail.remoteIp ?? null,
    helo: mail.helo === undefined ? null : storableText(mail.helo).slice(0, 255),
    received_at: mail.receivedAt ?? platform.database.now(),
    raw: mail.raw,
  }));
  const taken = await platform.database.run({ workspaceId, actor: systemActor('mail') }, async ctx => {
    const inserted = await ctx.tx
      .insertInto('raw_mails')
      .values(rows)
      .onConflict(conflict =>
        conflict.columns(['workspace_id', 'mailbox_id', 'message_id', 'content_hash']).doNothing(),
      )
      .returning('id')
      .execute();
    await enqueue(
      ctx.tx,
      inserted.map(row => processJob(workspaceId, row.id)),
    );
    return new Set(inserted.map(row => row.id));
  });
  return rows.map(row => (taken.has(row.id) ? 'taken' : 'duplicate'));
}

function keyOf(raw: Buffer) {
  const { messageId, contentHash } = contentOf(raw);
  return { message_id: messageId, content_hash: contentHash };
}
