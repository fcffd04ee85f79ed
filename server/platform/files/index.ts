export { diskStorage } from './disk.ts';
export { fileLink, readFileLink } from './links.ts';
export { type Storage, type Stored, TooLarge } from './storage.ts';
