// Must hold on every route: what belongs to another workspace answers exactly as what does not exist. A new route has its
// body in testing/bodies.ts, and a new kind of thing its example in testing/one-of-each.ts.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isInWorkspace, pathOf, type Route } from '../contract/route.ts';
import { routes } from '../contract/routes/index.ts';
import { ticketRoutes } from '../contract/routes/tickets.ts';
import { conversationOf, framePage, sourceOf, writeNote } from './desk/messages/index.ts';
import { agentsOfDesk, contactById } from './desk/people/index.ts';
import {
  assign,
  countTickets,
  historyOf,
  listTickets,
  openTicket,
  savedViewsOf,
  tagsOf,
  ticketDetailOf,
} from './desk/tickets/index.ts';
import { foldersOf } from './desk/workspaces/index.ts';
import { searchTickets } from './features/search/index.ts';
import type { Ctx } from './platform/db/index.ts';
import { absent, bodies } from './testing/bodies.ts';
import { type Browser, openBrowser } from './testing/browser.ts';
import { useDesk } from './testing/desk.ts';
import { makeOneOfEach } from './testing/one-of-each.ts';
import { makeWorld, openByMail, type World } from './testing/world.ts';

const desk = useDesk();
let world: World;
let bob: Browser;
let lea: Browser;
/** Ids of Vélo & Cie by the kind of thing that a path or body names. */
let foreign: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld(desk);
  bob = await openBrowser(desk, 'bob@acme.example');
  lea = await openBrowser(desk, 'lea@velo.example');
  foreign = await makeOneOfEach(desk, world, lea);
});
afterAll(async () => {
  await bob?.close();
  await lea?.close();
});

const inWorkspace = Object.values(routes)
  .flatMap(room => Object.values(room) as Route[])
  .filter(route => isInWorkspace(route.right));

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
