// What agents do in a story, by the same commands as in the app.
import { addUpload, openByAgent, reply, writeNote } from '../desk/messages/index.ts';
import { assign, file, setStatus, setTags } from '../desk/tickets/index.ts';
import type { Secrets } from '../platform/crypto/index.ts';
import type { Ctx } from '../platform/db/index.ts';
import { fileLink } from '../platform/files/index.ts';
import type { Cast } from './cast.ts';
import { agents } from './company.ts';
import type { Customer } from './customers.ts';
import { htmlOf, typeset } from './letter.ts';
import type { StoredFiles } from './stored-files.ts';
import type { Notes, Opens, Replies, Sets, Sorted } from './story.ts';

/** What a story is played with. */
export interface Stage {
  cast: Cast;
  secrets: Secrets;
  stored: StoredFiles;
  /** The time from which the stories count back. */
  now: Date;
}

/** Lets an agent open the ticket. Gives its id. */
export async function open(
  ctx: Ctx,
  stage: Stage,
  turn: Opens,
  to: { customer: Customer; subject: string },
): Promise<string> {
  const { html, fileIds } = await uploaded(ctx, stage, turn, to.customer.language);
  return openByAgent(ctx, stage.secrets, {
    requester: { email: to.customer.email, name: to.customer.name },
    subject: to.subject,
    html,
    fileIds,
    priority: 'medium',
    tagIds: [],
    mailboxId: stage.cast.mailboxId,
    sendsMail: turn.sendsMail,
  });
}

/** Lets an agent do one thing to the ticket. */
export async function act(
  ctx: Ctx,
  stage: Stage,
  ticketId: string,
  turn: Replies | Notes | Sorted | Sets,
  customer: Customer,
): Promise<void> {
  const { secrets } = stage;
  if (turn.kind === 'replies') {
    const written = await uploaded(ctx, stage, turn, customer.language);
    await reply(ctx, secrets, ticketId, { ...written, status: turn.status });
  } else if (turn.kind === 'notes') {
    await writeNote(ctx, secrets, ticketId, await uploaded(ctx, stage, turn, agents[turn.by].language));
  } else if (turn.kind === 'sets') {
    await setStatus(ctx, ticketId, turn.status);
  } else {
    await sort(ctx, stage.cast, ticketId, turn);
  }
}

async function sort(ctx: Ctx, cast: Cast, ticketId: string, turn: Sorted): Promise<void> {
  await file(ctx, ticketId, {
    ...(turn.folder && { folderId: cast.folderIds[turn.folder] }),
    ...(turn.team && { teamId: cast.teamIds[turn.team] }),
    ...(turn.priority && { priority: turn.priority }),
  });
  const tagIds = (turn.tags ?? []).map(tag => cast.tagIds[tag]);
  if (tagIds.length > 0) await setTags(ctx, ticketId, tagIds);
  if (turn.to) await assign(ctx, ticketId, cast.agentIds[turn.to]);
}

/** The text as the composer would send it, its files uploaded before. */
async function uploaded(
  ctx: Ctx,
  { secrets, stored }: Stage,
  turn: Pick<Replies, 'text' | 'image' | 'files'>,
  language: Customer['language'],
): Promise<{ html: string; fileIds: string[] }> {
  const image = turn.image && (await addUpload(ctx, stored.get(turn.image)!));
  const fileIds: string[] = [];
  for (const one of turn.files ?? []) fileIds.push((await addUpload(ctx, stored.get(one)!)).id);
  const link = image && fileLink(secrets, ctx.workspaceId, image.id, ctx.now);
  return { html: htmlOf(typeset(language, turn.text), link && `<img src="${link}" alt="">`), fileIds };
}
