// The kinds of jobs there are, and what runs them.
import { openMailTasks } from './channels/mail/index.ts';
import { openSendingTasks } from './desk/messages/index.ts';
import { runBulk } from './features/bulk/index.ts';
import { readFileTask } from './features/search/index.ts';
import { systemActor } from './platform/db/index.ts';
import type { Heard } from './platform/events/index.ts';
import type { Platform } from './platform/index.ts';
import type { Task, Tasks } from './platform/jobs/index.ts';
import { moreWords, reactions } from './reactions.ts';

/** Puts the tasks together. `overrides` replaces parts of the mail channel, for tests. */
export function composeTasks(platform: Platform, overrides: Parameters<typeof openMailTasks>[1] = {}): Tasks {
  return {
    react: runReaction(platform),
    ...openSendingTasks(platform),
    'bulk.run': runBulk(platform),
    'file.read': readFileTask(platform, moreWords),
    ...openMailTasks(platform, overrides),
  };
}

function runReaction({ database }: Platform): Task {
  const byName = new Map(reactions.map(reaction => [reaction.name, reaction]));
  return async payload => {
    const { reaction: name, ...heard } = payload as unknown as Heard & { reaction: string };
    const reaction = byName.get(name);
    // A reaction that a later version took away: its jobs have nobody left to run them.
    if (!reaction) return;
    const cause = { eventId: heard.eventId, depth: heard.depth };
    await database.run({ workspaceId: heard.workspaceId, actor: systemActor(name), cause }, ctx =>
      reaction.run(ctx, heard, database),
    );
  };
}
