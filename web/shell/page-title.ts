import { useEffect } from 'react';
import { createStore } from '../data/store.ts';

const title = createStore('');

/**
 * Names the page: the heading of the top bar and the browser's tab. `tabTitle` names the tab otherwise.
 * Takes '' for a page that brings its own heading (h1).
 */
export function usePageTitle(text: string, tabTitle = text): void {
  useEffect(() => {
    title.set(text);
    document.title = tabTitle ? `${tabTitle} · Guichet` : 'Guichet';
    return () => {
      if (title.get() === text) title.set('');
    };
  }, [text, tabTitle]);
}

/** The id of the heading in the top bar, which names the page's main part. */
export const titleId = 'page-title';

/** The heading of the page shown, '' when the page brings its own. */
export const useShownTitle = title.use;
