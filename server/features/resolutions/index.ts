// How tickets were solved, for whoever meets the same again.
export { saveResolution } from './resolution.ts';
export { mountResolutions } from './routes.ts';
export { similarResolved } from './similar.ts';
export { wordsOfResolution } from './words.ts';
