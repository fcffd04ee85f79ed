export { draftIsSent, mountDrafts } from './routes.ts';
