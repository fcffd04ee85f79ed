// Mails to agents about what happens to their tickets.
export { notifyAssignee } from './assigned.ts';
export { notifyOfReply } from './customer-replied.ts';
export { notifyEscalation } from './escalated.ts';
export { notifyOfHold } from './held.ts';
export { notifyMentioned } from './mentioned.ts';
