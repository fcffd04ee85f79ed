import { useCallback, useState } from 'react';

/** What is being typed, kept in this browser until it is saved: a reload or a crash loses nothing. */
export function useKeptText(
  place: string,
  initial: string,
): [text: string, set: (text: string) => void, forget: () => void] {
  const key = `guichet.text.${place}`;
  const [text, setText] = useState(() => read(key) ?? initial);
  const set = useCallback(
    (next: string) => {
      setText(next);
      write(key, next);
    },
    [key],
  );
  const forget = useCallback(() => write(key, null), [key]);
  return [text, set, forget];
}

/** Whether something typed earlier waits to be saved. */
export function hasKeptText(place: string): boolean {
  return read(`guichet.text.${place}`) !== null;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // A browser that keeps nothing still saves on the server.
  }
}
