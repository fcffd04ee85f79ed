// Changes of many tickets at once, in the background, to be followed and taken back.
export { forgetBulkChanges } from './progress.ts';
export { mountBulk } from './routes.ts';
export { runBulk } from './run.ts';
