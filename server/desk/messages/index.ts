export { addUpload, forgetUploads, forgottenUploads, type StoredFile } from './files.ts';
export { type Incoming, type Received, receive } from './receive.ts';
export { imageIdsIn } from './rich-text.ts';
export { mountMessages } from './routes.ts';
export type { File, Message } from './tables.ts';
export { previewOf, textOf } from './text.ts';
export { openByAgent, reply, writeNote } from './write.ts';
