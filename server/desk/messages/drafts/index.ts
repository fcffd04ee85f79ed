export { draftIsSent, mountDrafts } from './routes.ts';
export { saveDraft } from './save.ts';
