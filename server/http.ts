// Mounts every room's routes.
import type { Right } from '../contract/rights.ts';
import type { Route } from '../contract/route.ts';
import {
  mountArrivals,
  mountDevMail,
  mountImports,
  mountMailboxes,
  mountTemplates,
} from './channels/mail/index.ts';
import {
  draftIsSent,
  escalate,
  mountAttachments,
  mountMessages,
  mountSending,
  openByAgent,
  writePlainNote,
} from './desk/messages/index.ts';
import {
  agentsOfDesk,
  contactFieldsOf,
  mountPeople,
  mountSession,
  openDoors,
  profileOf,
  teamsOfDesk,
} from './desk/people/index.ts';
import {
  mountBoard,
  mountContactTickets,
  mountPostponing,
  mountTickets,
  savedViewsOf,
  tagsOf,
} from './desk/tickets/index.ts';
import {
  foldersOf,
  markChanged,
  mountWorkspaces,
  segmentsOf,
  ticketSettings,
  typesOf,
  workspaceOf,
} from './desk/workspaces/index.ts';
import { mountActivities } from './features/activities/index.ts';
import { mountAnswers } from './features/answers/index.ts';
import { mountApprovals } from './features/approvals/index.ts';
import { mountBulk } from './features/bulk/index.ts';
import { mountNotifications } from './features/notifications/index.ts';
import { mountResolutions } from './features/resolutions/index.ts';
import { mountSearch, ticketIdsMatching } from './features/search/index.ts';
import { mountTimeEntries } from './features/time-entries/index.ts';
import type { Ctx } from './platform/db/index.ts';
import {
  buildHttp,
  type Door,
  type Http,
  type Mount,
  serveApiDocument,
  serveWeb,
} from './platform/http/index.ts';
import type { Platform } from './platform/index.ts';
import { requestSeconds } from './platform/metrics/index.ts';
import { version } from './version.ts';

/** Builds the whole HTTP side of the product. `webFolder` holds the built app; without it only the API is served. */
export async function composeHttp(
  platform: Platform,
  webFolder?: string,
): Promise<{ app: Http; door: Door }> {
  const { config, secrets, log } = platform;
  const app = await buildHttp({ log, trustsProxy: config.trustsProxy, publicUrl: config.publicUrl, version });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'page';
    requestSeconds.observe(
      { method: request.method, route, status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });
  const door: Door = { doors: openDoors(platform), secrets, publicUrl: config.publicUrl };
  const mount: Mount = { app, database: platform.database, door, afterChange };
  mountSession(mount, platform, version);
  mountPeople(mount, platform);
  mountWorkspaces(mount, ctx => readDesk(ctx, platform));
  mountBoard(mount, {
    matching: ticketIdsMatching,
    escalate: (ctx, ticketId, input) => escalate(ctx, secrets, ticketId, input),
  });
  mountBulk(mount, ticketIdsMatching);
  mountContactTickets(mount);
  mountPostponing(mount, { note: (ctx, ticketId, text) => writePlainNote(ctx, secrets, ticketId, text) });
  mountTickets(mount, { matching: ticketIdsMatching, open: openAndForgetDraft(platform) });
  mountMessages(mount, platform);
  mountAttachments(mount, platform);
  mountAnswers(mount, platform);
  mountSending(mount, platform);
  mountSearch(mount, secrets);
  mountMailboxes(mount, platform);
  mountArrivals(mount);
  mountImports(mount, platform);
  mountTemplates(mount, platform);
  mountDevMail(mount, platform);
  mountResolutions(mount);
  mountTimeEntries(mount);
  mountActivities(mount);
  mountApprovals(mount);
  mountNotifications(mount);
  serveApiDocument(app);
  if (webFolder) await serveWeb(app, webFolder);
  return { app, door };
}

function openAndForgetDraft(platform: Platform): Parameters<typeof mountTickets>[1]['open'] {
  return async (ctx, body) => {
    const ticketId = await openByAgent(ctx, platform.secrets, body);
    await draftIsSent(ctx, platform, { ticketId: null, mode: 'new' }, body.html);
    return ticketId;
  };
}

/** Rights whose use changes what every screen of the workspace shows. */
const shownEverywhere: readonly Right[] = [
  'settings.manage',
  'people.manage',
  'mailboxes.manage',
  'profile.edit',
];

async function afterChange(ctx: Ctx, route: Route): Promise<void> {
  if (shownEverywhere.includes(route.right)) await markChanged(ctx);
}

async function readDesk(ctx: Ctx, { config }: Platform) {
  const { rows } = await ctx.tx.executeQuery<{ count: number }>(
    ctx.tx
      .selectFrom('mailboxes')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('workspace_id', '=', ctx.workspaceId)
      .compile(),
  );
  return {
    workspace: await workspaceOf(ctx),
    me: await profileOf(ctx, ctx.actor.id!),
    agents: await agentsOfDesk(ctx),
    teams: await teamsOfDesk(ctx),
    folders: await foldersOf(ctx),
    tags: await tagsOf(ctx),
    types: await typesOf(ctx),
    segments: await segmentsOf(ctx),
    views: await savedViewsOf(ctx),
    ticketSettings: await ticketSettings(ctx),
    contactFields: await contactFieldsOf(ctx),
    hasMailbox: Number(rows[0]?.count ?? 0) > 0,
    keepsMail: config.smtpUrl === undefined,
  };
}
