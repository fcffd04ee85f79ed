// What this tab shows and does, said to teammates: reading, writing a reply or a note, or nothing for a while.
import { useEffect } from 'react';
import { sayHere } from './presence.ts';

/** Who has not pressed a key for so long has stopped writing. */
const stopsMs = 60_000;
/** Who has not moved at all for so long, or looks at something else, is away. */
const awayMs = 5 * 60_000;

let place: string | null = null;
let writes: 'reply' | 'note' | null = null;
let isAway = false;
let stopTimer: ReturnType<typeof setTimeout> | undefined;

function say(): void {
  sayHere({ topic: place, state: writes ?? (isAway && place ? 'idle' : 'viewing') });
}

function stop(): void {
  clearTimeout(stopTimer);
  writes = null;
}

/** This tab shows a thing now. */
export function showPlace(id: string): void {
  if (place !== id) stop();
  place = id;
  say();
}

/** It shows that thing no more. */
export function leavePlace(id: string): void {
  if (place !== id) return;
  stop();
  place = null;
  say();
}

/** A key was pressed in the text of a reply or a note there. */
export function noteKey(id: string, mode: 'reply' | 'note'): void {
  if (place !== id) return;
  stop();
  writes = mode;
  stopTimer = setTimeout(() => composingEnds(id), stopsMs);
  say();
}

/** What was written is sent or thrown away, or nobody goes on with it. */
export function composingEnds(id: string): void {
  if (place !== id || writes === null) return;
  stop();
  say();
}

function setAway(next: boolean): void {
  if (isAway === next) return;
  isAway = next;
  say();
}

/** Tells teammates that this tab shows a thing, as long as the component is there. */
export function useHere(id: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function moved(): void {
      clearTimeout(timer);
      setAway(document.visibilityState === 'hidden');
      timer = setTimeout(() => setAway(true), awayMs);
    }
    const moves = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const;
    for (const move of moves) window.addEventListener(move, moved, { passive: true });
    document.addEventListener('visibilitychange', moved);
    moved();
    showPlace(id);
    return () => {
      clearTimeout(timer);
      for (const move of moves) window.removeEventListener(move, moved);
      document.removeEventListener('visibilitychange', moved);
      leavePlace(id);
    };
  }, [id]);
}
