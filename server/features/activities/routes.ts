import { activityRoutes } from '../../../contract/routes/activities.ts';
import { knownTicketId } from '../../desk/tickets/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import { addActivity, completeActivity, editActivity, removeActivity } from './activity.ts';
import { activitiesOf, activityById, myActivities } from './read.ts';
import { canSendSms } from './sms.ts';

export function mountActivities(mount: Mount): void {
  mountInWorkspace(mount, activityRoutes, {
    list: async (ctx, { params }) => ({
      activities: await activitiesOf(ctx, await knownTicketId(ctx, params.ticket)),
      canSendSms: await canSendSms(ctx),
    }),
    mine: ctx => myActivities(ctx),
    add: async (ctx, { params, body }) =>
      activityById(ctx, await addActivity(ctx, await knownTicketId(ctx, params.ticket), body)),
    edit: async (ctx, { params, body }) => {
      await editActivity(ctx, params.id, body);
      return activityById(ctx, params.id);
    },
    complete: async (ctx, { params, body }) => {
      await completeActivity(ctx, params.id, body.isDone);
      return activityById(ctx, params.id);
    },
    remove: (ctx, { params }) => removeActivity(ctx, params.id),
  });
}
