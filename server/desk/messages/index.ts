export { addUpload, forgetUploads, forgottenUploads, type StoredFile } from './files.ts';
export { writeNote } from './note.ts';
export { openByAgent } from './open-by-agent.ts';
export { type Incoming, type Received, receive } from './receive.ts';
export { reply } from './reply.ts';
export { imageIdsIn } from './rich-text.ts';
export { mountMessages } from './routes.ts';
export type { File, Message } from './tables.ts';
export { previewOf, textOf } from './text.ts';
