// Must hold on every route: what belongs to another workspace answers exactly as what does not exist.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listQuery } from '../contract/filters.ts';
import { isInWorkspace, pathOf, type Route } from '../contract/route.ts';
import { routes } from '../contract/routes/index.ts';
import { ticketRoutes } from '../contract/routes/tickets.ts';
import {
  addUpload,
  conversationOf,
  framePage,
  saveDraft,
  scheduleReply,
  sourceOf,
  writeNote,
} from './desk/messages/index.ts';
import { addTeam, agentsOfDesk, contactById } from './desk/people/index.ts';
import {
  addTag,
  addView,
  assign,
  countTickets,
  historyOf,
  listTickets,
  openTicket,
  savedViewsOf,
  tagsOf,
  ticketDetailOf,
} from './desk/tickets/index.ts';
import { addFolder, addSegment, foldersOf, typesOf } from './desk/workspaces/index.ts';
import { addActivity } from './features/activities/index.ts';
import { addCannedReply } from './features/answers/index.ts';
import { askApproval } from './features/approvals/index.ts';
import { searchTickets } from './features/search/index.ts';
import { addEntry } from './features/time-entries/index.ts';
import type { Ctx } from './platform/db/index.ts';
import { type Browser, openBrowser } from './testing/browser.ts';
import { useDesk } from './testing/desk.ts';
import { asideMail, makeWorld, openByMail, type World } from './testing/world.ts';

const desk = useDesk();
const absent = '01234567-89ab-7def-8123-456789abcdef';
let world: World;
let bob: Browser;
let lea: Browser;
/** Ids of Vélo & Cie by the kind of thing that a path or body names. */
const foreign: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld(desk);
  const { velo, lea: agentId } = world;
  bob = await openBrowser(desk, 'bob@acme.example');
  lea = await openBrowser(desk, 'lea@velo.example');
  const opened = await openByMail(velo);
  foreign.ticket = opened.ticketId;
  foreign.messages = await velo.run(agentId, ctx =>
    writeNote(ctx, desk.secrets, opened.ticketId, { html: '<p>Note</p>', fileIds: [] }),
  );
  foreign.quarantine = await asideMail(velo);
  foreign.folders = (await velo.run(agentId, ctx => addFolder(ctx, 'Atelier'))).id;
  foreign.tags = (await velo.run(agentId, ctx => addTag(ctx, { name: 'Freins', colour: '#aa0000' }))).id;
  foreign['ticket-types'] = (await velo.run(agentId, ctx => typesOf(ctx)))[0]!.id;
  foreign.segments = (await velo.run(agentId, ctx => addSegment(ctx, { name: 'Nord', agentIds: [] }))).id;
  const view = { name: 'Vue', visibility: 'everyone', teamId: null, query: listQuery.parse({}) } as const;
  foreign.views = (await velo.run(agentId, ctx => addView(ctx, view))).id;
  foreign['contact-fields'] = (
    await lea.send('POST', `/api/w/${velo.slug}/contact-fields`, { name: 'Contrat', kind: 'date' })
  ).body.id;
  foreign.teams = (await velo.run(agentId, ctx => addTeam(ctx, { name: 'Atelier', agentIds: [] }))).id;
  foreign.agents = agentId;
  const canned = { name: 'Merci', shortcut: 'merci', folder: '', language: null, html: '<p>Merci</p>' };
  foreign['canned-replies'] = (
    await velo.run(agentId, ctx => addCannedReply(ctx, desk.secrets, { ...canned, isShared: true }))
  ).id;
  const stored = {
    name: 'a.txt',
    type: 'text/plain',
    size: 1,
    sha256: Buffer.alloc(32),
    storageKey: 'a'.repeat(40),
  };
  foreign.files = (await velo.run(agentId, ctx => addUpload(ctx, stored))).id;
  const activity = { kind: 'task', title: 'Call', note: '', due: null, reminder: null } as const;
  foreign.activities = await velo.run(agentId, ctx => addActivity(ctx, opened.ticketId, activity));
  const asked = { subject: 'Refund', question: 'May we?', shared: '', mode: 'any' } as const;
  foreign.approvals = await velo.run(agentId, ctx =>
    askApproval(ctx, opened.ticketId, { ...asked, approverIds: [world.karim] }),
  );
  const contact = await velo.run(agentId, ctx =>
    ctx.tx
      .selectFrom('contacts')
      .select(['id', 'organisation_id'])
      .where('workspace_id', '=', ctx.workspaceId)
      .executeTakeFirstOrThrow(),
  );
  foreign.contacts = contact.id;
  foreign.organisations = contact.organisation_id!;
  foreign.drafts = (
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
  foreign.outgoing = await velo.run(agentId, ctx =>
    scheduleReply(ctx, desk.secrets, opened.ticketId, { ...later, fileIds: [] }),
  );
  const entry = { minutes: 5, day: '2026-01-05', note: '', isBillable: true };
  foreign['time-entries'] = (await velo.run(agentId, ctx => addEntry(ctx, opened.ticketId, entry))).id;
});
afterAll(async () => {
  await bob?.close();
  await lea?.close();
});

const inWorkspace = Object.values(routes)
  .flatMap(room => Object.values(room) as Route[])
  .filter(route => isInWorkspace(route.right));

/** A body that passes the contract, so that a refusal is about the object and not about the form. */
const bodies: Record<string, Record<string, unknown>> = {
  'PUT /tickets/:ticket/assignee': { agentId: null },
  'PATCH /tickets/:ticket/filing': { priority: 'high' },
  'PUT /tickets/:ticket/tags': { tagIds: [] },
  'PUT /tickets/:ticket/status': { status: 'resolved' },
  'PUT /tickets/:ticket/read': { isRead: true },
  'POST /tickets/:ticket/replies': { html: '<p>Hello</p>' },
  'POST /tickets/:ticket/notes': { html: '<p>Hello</p>' },
  'PUT /tickets/:ticket/drafts': { mode: 'reply', content: { html: '<p>Hello</p>' }, base: 0, tab: 't' },
  'PUT /drafts/:id/shares': { agentId: absent, isShared: true },
  'POST /drafts/:id/take': { tab: 't' },
  'POST /tickets/:ticket/outgoing': { html: '<p>Hello</p>', delaySeconds: 10 },
  'PATCH /outgoing/:id': { sendAt: new Date(Date.now() + 3_600_000).toISOString() },
  'PUT /tickets/:ticket/column': { column: 'pending' },
  'POST /tickets/:ticket/escalation': { agentId: absent, reason: 'Why' },
  'POST /tickets/:ticket/undo': { eventId: absent },
  'PUT /tickets/:ticket/resolution': { text: 'Mended', version: 0 },
  'POST /tickets/:ticket/time': { minutes: 5, day: '2026-01-05', isBillable: true },
  'POST /tickets/:ticket/activities': { kind: 'task', title: 'Mine' },
  'PATCH /activities/:id': { title: 'Mine' },
  'PUT /activities/:id/done': { isDone: true },
  'POST /tickets/:ticket/approvals': { subject: 'Refund', question: 'May we?', approverIds: [absent] },
  'PATCH /approvals/:id': { subject: 'Refund', question: 'May I?', shared: '', version: 1 },
  'PUT /approvals/:id/decision': { decision: 'accepted', version: 1 },
  'PUT /approvals/:id/delegation': { agentId: absent },
  'PATCH /time-entries/:id': { minutes: 5, day: '2026-01-05', isBillable: true },
  'PATCH /folders/:id': { name: 'Mine' },
  'PATCH /views/:id': { name: 'Mine' },
  'PATCH /tags/:id': { name: 'Mine' },
  'PATCH /ticket-types/:id': { name: 'Mine' },
  'PATCH /segments/:id': { name: 'Mine' },
  'PATCH /teams/:id': { name: 'Mine' },
  'PATCH /agents/:id': { role: 'agent' },
  'PUT /canned-replies/:id': { name: 'Mine', html: '<p>Mine</p>' },
  'PATCH /contacts/:id': { name: 'Mine' },
  'POST /contacts/:id/emails': { email: 'mine@acme.example' },
  'PATCH /contact-fields/:id': { name: 'Mine' },
  'PUT /tickets/:ticket/postponement': { until: '2098-01-01T09:00:00Z' },
  'POST /tickets/:ticket/files': { fileIds: [absent] },
  'POST /messages/:id/move': { to: null },
  'POST /messages/:id/move-back': { eventId: absent },
  'PUT /mailboxes/:id': { name: 'M', address: 'm@acme.example', imap: null, smtp: null, language: 'en' },
};

const withId = inWorkspace.filter(route => /:(ticket|id)\b/.test(route.path));

describe('another workspace', () => {
  it('S16 S17 is not found by its name, whatever the route', async () => {
    expect(inWorkspace.length).toBeGreaterThan(30);
    for (const route of inWorkspace) {
      const path = pathOf(route).replace(':workspace', world.velo.slug).replace(/:\w+/, absent);
      const refused = await bob.send(route.method, path, route.body ? {} : undefined);
      const none = await bob.send(
        route.method,
        path.replace(world.velo.slug, 'no-such-desk'),
        route.body ? {} : undefined,
      );
      // A form that does not fit is refused before anybody looks at the workspace: the same for both.
      expect([route.method, path, refused.status, refused.body]).toEqual([
        route.method,
        path,
        none.status,
        none.body,
      ]);
      expect([404, 422]).toContain(refused.status);
    }
  });

  it.each(
    withId.map(route => [`${route.method} ${route.path}`, route] as const),
  )('S16 S17 %s answers the same for a foreign id as for none', async (name, route) => {
    const kind = route.path.split('/')[1]!;
    const id = route.path.includes(':ticket') ? foreign.ticket! : (foreign[kind] ?? absent);
    const path = (value: string) =>
      pathOf(route)
        .replace(':workspace', world.acme.slug)
        .replace(/:(ticket|id)/, value);
    const theirs = await bob.send(route.method, path(id), bodies[name]);
    const nobodys = await bob.send(route.method, path(absent), bodies[name]);
    expect(theirs.status).toBe(404);
    expect(theirs.body).toEqual(nobodys.body);
  });

  it('S17 ids in bodies and queries are checked too', async () => {
    const own = await openByMail(world.acme);
    const base = `/api/w/${world.acme.slug}/tickets`;
    const probes: [string, string, (id: string) => unknown][] = [
      ['PUT', `${base}/${own.ticketId}/assignee`, id => ({ agentId: id })],
      ['PATCH', `${base}/${own.ticketId}/filing`, id => ({ folderId: id })],
      ['PATCH', `${base}/${own.ticketId}/filing`, id => ({ teamId: id })],
      [
        'POST',
        `/api/w/${world.acme.slug}/views`,
        id => ({ name: 'V', visibility: 'team', teamId: id, query: {} }),
      ],
      ['PUT', `${base}/${own.ticketId}/tags`, id => ({ tagIds: [id] })],
      ['POST', `/api/w/${world.acme.slug}/messages/${own.messageId}/move`, id => ({ to: id })],
      ['POST', `${base}/${own.ticketId}/notes`, id => ({ html: '<p>x</p>', fileIds: [id] })],
      [
        'POST',
        base,
        id => ({ requester: { email: 'a@b.example' }, subject: 's', html: '<p>x</p>', folderId: id }),
      ],
      [
        'POST',
        base,
        id => ({ requester: { email: 'a@b.example' }, subject: 's', html: '<p>x</p>', assigneeId: id }),
      ],
      [
        'POST',
        base,
        id => ({ requester: { email: 'a@b.example' }, subject: 's', html: '<p>x</p>', teamId: id }),
      ],
      [
        'POST',
        base,
        id => ({ requester: { email: 'a@b.example' }, subject: 's', html: '<p>x</p>', tagIds: [id] }),
      ],
      [
        'POST',
        base,
        id => ({ requester: { email: 'a@b.example' }, subject: 's', html: '<p>x</p>', mailboxId: id }),
      ],
    ];
    for (const [method, path, body] of probes) {
      const field = Object.keys(body(absent) as object).find(key => /Ids?$/.test(key))!;
      const kind = {
        agentId: 'agents',
        assigneeId: 'agents',
        folderId: 'folders',
        teamId: 'teams',
        tagIds: 'tags',
        fileIds: 'files',
        mailboxId: 'mailboxes',
      }[field]!;
      const theirs = await bob.send(method, path, body(foreign[kind] ?? absent));
      const nobodys = await bob.send(method, path, body(absent));
      expect([field, theirs.status, theirs.body]).toEqual([field, nobodys.status, nobodys.body]);
      expect(theirs.status).toBeGreaterThanOrEqual(400);
      expect(theirs.status).toBeLessThan(500);
    }
    const kinds = {
      folder: 'folders',
      assignee: 'agents',
      team: 'teams',
      tag: 'tags',
      contact: 'contacts',
      type: 'ticket-types',
      segment: 'segments',
    };
    for (const [query, kind] of Object.entries(kinds)) {
      const theirs = await bob.send('GET', `${base}?view=all&${query}=${foreign[kind]}`);
      expect([query, theirs.body.tickets]).toEqual([query, []]);
    }
  });

  it('S16 with the application’s own check removed, row-level security still gives nothing', async () => {
    // The transaction is Acme's, but everything the application adds to its statements says Vélo & Cie.
    const asIfTheirs = <T>(query: (ctx: Ctx) => Promise<T>) =>
      world.acme.run(world.bob, ctx => query({ ...ctx, workspaceId: world.velo.id }));
    const list = ticketRoutes.list.query!.parse({ view: 'all' });
    expect(await asIfTheirs(ctx => listTickets(ctx, list, () => sql<boolean>`true`))).toEqual({
      tickets: [],
      next: null,
    });
    expect((await asIfTheirs(ctx => countTickets(ctx, () => sql<boolean>`true`))).views).toEqual({
      inbox: 0,
      mine: 0,
      unanswered: 0,
      pending: 0,
      'on-hold': 0,
    });
    expect(await asIfTheirs(ctx => historyOf(ctx, foreign.ticket!, 50))).toEqual([]);
    expect(await asIfTheirs(ctx => savedViewsOf(ctx))).toEqual([]);
    expect(await asIfTheirs(ctx => agentsOfDesk(ctx))).toEqual([]);
    expect(await asIfTheirs(ctx => foldersOf(ctx))).toEqual([]);
    expect(await asIfTheirs(ctx => tagsOf(ctx))).toEqual([]);
    expect(await asIfTheirs(ctx => searchTickets(ctx, 'grince'))).toEqual([]);
    const refused: ((ctx: Ctx) => Promise<unknown>)[] = [
      ctx => ticketDetailOf(ctx, foreign.ticket!),
      ctx => conversationOf(ctx, desk.secrets, foreign.ticket!),
      ctx =>
        framePage(
          ctx,
          desk.secrets,
          foreign.messages!,
          { images: 'blocked', part: 'new', mode: 'show', theme: 'light' },
          [],
        ),
      ctx => sourceOf(ctx, foreign.messages!),
      ctx => contactById(ctx, foreign.contacts!),
      ctx => assign(ctx, foreign.ticket!, null),
      ctx => writeNote(ctx, desk.secrets, foreign.ticket!, { html: '<p>x</p>', fileIds: [] }),
      ctx =>
        openTicket(ctx, {
          subject: 's',
          channel: 'mail',
          language: 'fr',
          contact: { id: foreign.contacts!, organisationId: null },
          requester: { name: 'x', email: 'x@y.example' },
          receivedAt: ctx.now,
          messageId: absent,
          preview: '',
          hasFiles: false,
        }),
    ];
    for (const query of refused) await expect(asIfTheirs(query)).rejects.toThrow();
    const before = await world.velo.run(null, ctx => historyOf(ctx, foreign.ticket!, 50));
    expect(before.map(line => line.kind)).toEqual([
      'time.added',
      'message.leaving',
      'approval.asked',
      'activity.added',
      'message.noted',
      'ticket.opened',
    ]);
  });

  it('S19 every route of a workspace refuses who is not signed in, and an agent where only administrators may', async () => {
    const karim = await openBrowser(desk, 'karim@velo.example');
    for (const route of inWorkspace) {
      const key = `${route.method} ${route.path}`;
      const path = pathOf(route).replace(':workspace', world.velo.slug).replace(/:\w+/, absent);
      const body = bodies[key] ?? (route.body instanceof z.ZodType ? {} : undefined);
      const nobody = await bob.anonymous(route.method, path, body);
      expect([key, nobody.status]).toEqual([key, nobody.status === 422 ? 422 : 401]);
      if (!['settings.manage', 'people.manage', 'mailboxes.manage', 'time.report'].includes(route.right))
        continue;
      const agent = await karim.send(route.method, path, body);
      expect([key, agent.status]).toEqual([key, agent.status === 422 ? 422 : 403]);
    }
    await karim.close();
  });
});
