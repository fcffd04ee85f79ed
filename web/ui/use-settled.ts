import { startTransition, useCallback, useEffect, useState } from 'react';

/** False until the browser has drawn what came first, then true: what can wait is drawn after it, without holding up a key. */
export function useSettled(): boolean {
  return useSettling()[0];
}

/** The same, with the function that does not wait any longer. */
export function useSettling(): [isSettled: boolean, settle: () => void] {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Behind the frame, not in it.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setIsSettled(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return [isSettled, useCallback(() => setIsSettled(true), [])];
}
