import type { Input } from '../../../../contract/route.ts';
import { type DraftMode, draftRoutes } from '../../../../contract/routes/drafts.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { type Mount, mountInWorkspace, mountTransfers } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { knownTicketId } from '../../tickets/index.ts';
import { draftReply, draftsAt, type Place } from './draft.ts';
import { myDrafts } from './mine.ts';
import { tellDraft } from './news.ts';
import { discardDraft, dropSent, type Saving, saveDraft } from './save.ts';
import { askForDraft, othersDraftsAt, shareDraft } from './share.ts';
import { takeDraft } from './take.ts';
import { versionOf, versionsOf } from './versions.ts';

/** Mounts the endpoints of drafts. */
export function mountDrafts(mount: Mount, platform: Platform): void {
  const { secrets, database } = platform;
  const { take, ...others } = draftRoutes;

  async function save(ctx: Ctx, place: Place, saving: Saving) {
    const { row, isNew, hasLostFiles } = await saveDraft(ctx, secrets, place, saving);
    tellDraft(ctx, database, row, { isForTeam: isNew });
    return { ...(await draftReply(ctx, secrets, row)), hasLostFiles };
  }

  mountInWorkspace(mount, others, {
    mine: async ctx => ({ drafts: await myDrafts(ctx) }),
    ofTicket: async (ctx, { params }) => {
      const ticketId = await knownTicketId(ctx, params.ticket);
      return { mine: await draftsAt(ctx, secrets, ticketId), others: await othersDraftsAt(ctx, ticketId) };
    },
    saveOnTicket: async (ctx, { params, body }) =>
      save(ctx, { ticketId: await knownTicketId(ctx, params.ticket), mode: body.mode }, body),
    ofNewTicket: async ctx => ({ mine: await draftsAt(ctx, secrets, null) }),
    saveOfNewTicket: (ctx, { body }) => save(ctx, { ticketId: null, mode: 'new' }, body),
    discard: async (ctx, { params, query }) => {
      const row = await discardDraft(ctx, params.id, query.base, query.tab);
      tellDraft(ctx, database, { ...row, tab: query.tab ?? '' }, { isGone: true, isForTeam: true });
    },
    versions: async (ctx, { params }) => ({ versions: await versionsOf(ctx, params.id) }),
    version: (ctx, { params, query }) => versionOf(ctx, secrets, params.id, query.version),
    ask: async (ctx, { params }) => {
      tellDraft(ctx, database, await askForDraft(ctx, params.id), { isForTeam: true });
    },
    share: async (ctx, { params, body }) => {
      tellDraft(ctx, database, await shareDraft(ctx, params.id, body), {
        isForTeam: true,
        also: [body.agentId],
      });
    },
  });
  // Copies bytes, so it opens its own transactions.
  mountTransfers(
    mount,
    { take },
    {
      take: async (visit, { params, body }: Input<typeof take>) => {
        const { row, theirs, isOver } = await takeDraft(visit.run, platform, params.id, body.tab);
        return visit.run(async ctx => {
          tellDraft(ctx, database, row, { isForTeam: true });
          if (isOver) tellDraft(ctx, database, theirs, { isGone: true });
          return draftReply(ctx, secrets, row);
        });
      },
    },
  );
}

/** To be called when an agent sends: a draft that says the same is not needed any more. */
export async function draftIsSent(
  ctx: Ctx,
  { secrets, database }: Platform,
  place: { ticketId: string | null; mode: DraftMode },
  html: string,
): Promise<void> {
  const row = await dropSent(ctx, secrets, place, html);
  if (row) tellDraft(ctx, database, row, { isGone: true, isForTeam: true });
}
