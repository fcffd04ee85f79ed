// What agents are told: by mail about their tickets, and by the bell inside the app.
export { notifyAssignee } from './assigned.ts';
export { notifyOfReply } from './customer-replied.ts';
export { notifyEscalation } from './escalated.ts';
export { notifyOfHold } from './held.ts';
export { notifyMentioned } from './mentioned.ts';
export { mountNotifications } from './routes.ts';
export { notifyOfSideAnswer } from './side-answered.ts';
export { notifyOfUndelivered } from './undelivered.ts';
