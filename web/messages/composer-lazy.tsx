import { lazy } from 'react';

const load = () => import('./composer.tsx');

/** The composer in a chunk of its own: the editor is larger than the rest of the page. */
export const LazyComposer = lazy(async () => ({ default: (await load()).Composer }));

/** Fetches the composer's code once the browser has nothing else to do. */
export function preloadComposer(): void {
  if ('requestIdleCallback' in window) requestIdleCallback(() => void load(), { timeout: 5000 });
  else setTimeout(() => void load(), 2000);
}
