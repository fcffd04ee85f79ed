// What is to be done about a ticket: tasks, calls, events, and their reminders (ZOH-10 to ZOH-15).
export { addActivity, completeActivity, editActivity, removeActivity } from './activity.ts';
export { activitiesOf, myActivities } from './read.ts';
export { remindOfActivities } from './remind.ts';
export { mountActivities } from './routes.ts';
