// The session may end while a page is open. The page stays; signing in happens above it.
import { createStore } from './store.ts';

const isOut = createStore(false);

/** Says that the server no longer knows this session (true), or knows it again (false). */
export const setSignedOut = isOut.set;

/** Whether signing in again is needed before anything else can be done. */
export const useSignedOut = isOut.use;
