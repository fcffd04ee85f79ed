import { timeEntryRoutes } from '../../../contract/routes/time-entries.ts';
import { knownTicketId } from '../../desk/tickets/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import { addEntry, editEntry, removeEntry, timeOf } from './entries.ts';
import { ratesOf, removeRate, setRate } from './rates.ts';
import { exportOf, reportOf } from './report.ts';
import { startTimer, stopTimer, timerOf } from './timer.ts';

export function mountTimeEntries(mount: Mount): void {
  mountInWorkspace(mount, timeEntryRoutes, {
    list: async (ctx, { params }) => timeOf(ctx, await knownTicketId(ctx, params.ticket)),
    add: async (ctx, { params, body }) => addEntry(ctx, await knownTicketId(ctx, params.ticket), body),
    edit: (ctx, { params, body }) => editEntry(ctx, params.id, body),
    remove: (ctx, { params }) => removeEntry(ctx, params.id),
    timer: async ctx => ({ timer: await timerOf(ctx) }),
    startTimer: async (ctx, { params }) => {
      await startTimer(ctx, await knownTicketId(ctx, params.ticket));
      return { timer: (await timerOf(ctx))! };
    },
    stopTimer: ctx => stopTimer(ctx),
    report: (ctx, { query }) => reportOf(ctx, query),
    export: (ctx, { query }) => exportOf(ctx, query),
    rates: ctx => ratesOf(ctx),
    setRate: (ctx, { body }) => setRate(ctx, body),
    removeRate: (ctx, { params }) => removeRate(ctx, params.id),
  });
}
