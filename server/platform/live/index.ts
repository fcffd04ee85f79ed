export { type Bus, busOf, type Word } from './bus.ts';
export { type Live, startLive } from './live.ts';
export type { Known, Viewer } from './viewers.ts';
