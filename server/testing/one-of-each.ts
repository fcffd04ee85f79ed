// For tests of what others must not see: one thing of every kind that a path or body can name.
import { listQuery } from '../../contract/filters.ts';
import { addUpload, saveDraft, scheduleReply, writeNote } from '../desk/messages/index.ts';
import { addTeam } from '../desk/people/index.ts';
import { addTag, addView } from '../desk/tickets/index.ts';
import { addFolder, addSegment, typesOf } from '../desk/workspaces/index.ts';
import { addActivity } from '../features/activities/index.ts';
import { addCannedReply } from '../features/answers/index.ts';
import { askApproval } from '../features/approvals/index.ts';
import { addEntry } from '../features/time-entries/index.ts';
import type { Browser } from './browser.ts';
import type { TestDesk } from './desk.ts';
import { asideMail, openByMail, type World } from './world.ts';

/** Makes them in Vélo & Cie. Gives their ids by the first word of the path that names such a thing. */
export async function makeOneOfEach(
  desk: TestDesk,
  world: World,
  lea: Browser,
): Promise<Record<string, string>> {
  const { velo, lea: agentId } = world;
  const made: Record<string, string> = {};
  const opened = await openByMail(velo);
  made.ticket = opened.ticketId;
  made.messages = await velo.run(agentId, ctx =>
    writeNote(ctx, desk.secrets, opened.ticketId, { html: '<p>Note</p>', fileIds: [] }),
  );
  made.quarantine = await asideMail(velo);
  made.folders = (await velo.run(agentId, ctx => addFolder(ctx, 'Atelier'))).id;
  made.tags = (await velo.run(agentId, ctx => addTag(ctx, { name: 'Freins', colour: '#aa0000' }))).id;
  made['ticket-types'] = (await velo.run(agentId, ctx => typesOf(ctx)))[0]!.id;
  made.segments = (await velo.run(agentId, ctx => addSegment(ctx, { name: 'Nord', agentIds: [] }))).id;
  const view = { name: 'Vue', visibility: 'everyone', teamId: null, query: listQuery.parse({}) } as const;
  made.views = (await velo.run(agentId, ctx => addView(ctx, view))).id;
  made['contact-fields'] = (
    await lea.send('POST', `/api/w/${velo.slug}/contact-fields`, { name: 'Contrat', kind: 'date' })
  ).body.id;
  made.teams = (await velo.run(agentId, ctx => addTeam(ctx, { name: 'Atelier', agentIds: [] }))).id;
  made.agents = agentId;
  const canned = { name: 'Merci', shortcut: 'merci', folder: '', language: null, html: '<p>Merci</p>' };
  made['canned-replies'] = (
    await velo.run(agentId, ctx => addCannedReply(ctx, desk.secrets, { ...canned, isShared: true }))
  ).id;
  const stored = {
    name: 'a.txt',
    type: 'text/plain',
    size: 1,
    sha256: Buffer.alloc(32),
    storageKey: 'a'.repeat(40),
  };
  made.files = (await velo.run(agentId, ctx => addUpload(ctx, stored))).id;
  const activity = { kind: 'task', title: 'Call', note: '', due: null, reminder: null } as const;
  made.activities = await velo.run(agentId, ctx => addActivity(ctx, opened.ticketId, activity));
  const asked = { subject: 'Refund', question: 'May we?', shared: '', mode: 'any' } as const;
  made.approvals = await velo.run(agentId, ctx =>
    askApproval(ctx, opened.ticketId, { ...asked, approverIds: [world.karim] }),
  );
  const contact = await velo.run(agentId, ctx =>
    ctx.tx
      .selectFrom('contacts')
      .select(['id', 'organisation_id'])
      .where('workspace_id', '=', ctx.workspaceId)
      .executeTakeFirstOrThrow(),
  );
  made.contacts = contact.id;
  made.organisations = contact.organisation_id!;
  made.drafts = (
    await velo.run(agentId, ctx =>
      saveDraft(
        ctx,
        desk.secrets,
        { ticketId: opened.ticketId, mode: 'reply' },
        {
          content: { html: '<p>Draft</p>', fileIds: [] },
          base: 0,
          tab: 't',
          keepsEarlier: false,
        },
      ),
    )
  ).row.id;
  const later = { html: '<p>Later</p>', status: 'pending', delaySeconds: 60 } as const;
  made.outgoing = await velo.run(agentId, ctx =>
    scheduleReply(ctx, desk.secrets, opened.ticketId, { ...later, fileIds: [] }),
  );
  const entry = { minutes: 5, day: '2026-01-05', note: '', isBillable: true };
  made['time-entries'] = (await velo.run(agentId, ctx => addEntry(ctx, opened.ticketId, entry))).id;
  return made;
}
