import { notificationRoutes } from '../../../contract/routes/notifications.ts';
import { markNotificationsRead } from '../../platform/bell/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import { notificationsOf } from './bell.ts';

export function mountNotifications(mount: Mount): void {
  mountInWorkspace(mount, notificationRoutes, {
    list: ctx => notificationsOf(ctx),
    markRead: (ctx, { body }) => markNotificationsRead(ctx, body.ids),
  });
}
