import { useEffect } from 'react';
import { createStore } from '../data/store.ts';

const title = createStore('');
const unanswered = createStore(0);

/** How many tickets wait for an answer: stands before the name of every tab (LUM-14). */
export const setTitleCount = unanswered.set;

/**
 * Names the page: the heading of the top bar and the browser's tab. `tabTitle` names the tab otherwise.
 * Takes '' for a page that brings its own heading (h1).
 */
export function usePageTitle(text: string, tabTitle = text): void {
  const count = unanswered.use();
  useEffect(() => {
    const name = tabTitle ? `${tabTitle} · Guichet` : 'Guichet';
    document.title = count > 0 ? `(${shortCount(count)}) ${name}` : name;
  }, [tabTitle, count]);
  useEffect(() => {
    title.set(text);
    return () => {
      if (title.get() === text) title.set('');
    };
  }, [text]);
}

/** The id of the heading in the top bar, which names the page's main part. */
export const titleId = 'page-title';

/** The heading of the page shown, '' when the page brings its own. */
export const useShownTitle = title.use;

/** A count as it fits a tab or an icon: '999+' from a thousand on. */
export const shortCount = (count: number): string => (count > 999 ? '999+' : String(count));
