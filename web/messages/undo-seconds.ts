import { useDesk } from '../data/desk.ts';

/** The key among an agent's preferences; kept as 0 where they want replies to leave at once. */
export const undoPreference = 'undo-seconds';
const usual = 10;

/** For how many seconds Send can be undone; 0 for not at all. */
export function useUndoSeconds(): number {
  return useDesk().data?.me.preferences[undoPreference] === 0 ? 0 : usual;
}
