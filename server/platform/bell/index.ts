export { bellsOf, forgetNotifications, markNotificationsRead, tellAgent } from './tell.ts';
