// Everything that time sets off, one line each. Two processes may run it: each duty claims what it does.
import { alarmOfSending, requeueStuckMails } from './channels/mail/index.ts';
import { forgetUploads, forgottenUploads, requeueOverdue } from './desk/messages/index.ts';
import { tidySignIns } from './desk/people/index.ts';
import { closeSolved, wakePostponed } from './desk/tickets/index.ts';
import { allWorkspaceIds } from './desk/workspaces/index.ts';
import { remindOfActivities } from './features/activities/index.ts';
import { expireApprovals } from './features/approvals/index.ts';
import { forgetBulkChanges } from './features/bulk/index.ts';
import { queueWaitingFiles } from './features/search/index.ts';
import { forgetNotifications } from './platform/bell/index.ts';
import { type Ctx, systemActor } from './platform/db/index.ts';
import { forgetAnswers } from './platform/http/index.ts';
import type { Platform } from './platform/index.ts';

type Duty = (ctx: Ctx, platform: Platform) => Promise<unknown>;

const duties: Record<string, Duty> = {
  'close what was solved a week ago': ctx => closeSolved(ctx),
  'bring back what was postponed until now': ctx => wakePostponed(ctx),
  'give stuck mails their job again': (ctx, platform) => requeueStuckMails(platform, ctx.workspaceId),
  'tell of mailboxes that cannot send': ctx => alarmOfSending(ctx),
  'send replies whose moment has passed': ctx => requeueOverdue(ctx),
  'remove uploads that nobody attached': (ctx, platform) => removeUploads(ctx, platform),
  'remind of activities': (ctx, { database }) => remindOfActivities(database, ctx.workspaceId),
  'end approvals that nobody decided': ctx => expireApprovals(ctx),
  'forget old notifications': ctx => forgetNotifications(ctx),
  'forget answered requests after a day': ctx => forgetAnswers(ctx),
  'forget bulk changes that cannot be taken back any more': ctx => forgetBulkChanges(ctx),
  'read the text of files that wait for it': ctx => queueWaitingFiles(ctx),
};

/** One round of the clock over all workspaces. A duty that fails is logged and does not keep the others from theirs. */
export async function tick(platform: Platform): Promise<void> {
  const { database, log } = platform;
  for (const workspaceId of await allWorkspaceIds(database)) {
    for (const [name, duty] of Object.entries(duties)) {
      const scope = { workspaceId, actor: systemActor('clock') };
      await database
        .run(scope, ctx => duty(ctx, platform))
        .catch(error => log.error({ err: error, duty: name, workspaceId }, 'clock'));
    }
  }
  await tidySignIns(database);
}

/** Starts the clock: a round each minute, until stop() has let the running one end. */
export function startClock(platform: Platform, everyMs = 60_000): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const turn = () => {
    running = running.then(() => tick(platform)).catch(error => platform.log.error({ err: error }, 'clock'));
  };
  turn();
  const timer = setInterval(turn, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

async function removeUploads(ctx: Ctx, { storage }: Platform): Promise<void> {
  const uploads = await forgottenUploads(ctx);
  for (const upload of uploads) await storage.remove(upload.storageKey);
  await forgetUploads(
    ctx,
    uploads.map(upload => upload.id),
  );
}
