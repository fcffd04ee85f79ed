// List, board or feed: what somebody last chose for a view is how it opens (design: the remembered view).
import { views } from '../../contract/filters.ts';
import type { Desk } from '../data/desk.ts';

export const viewModes = ['list', 'board', 'feed'] as const;
export type ViewMode = (typeof viewModes)[number];

/** The preference's key; its value maps scopes (a view's name or a folder's id) to modes. */
export const preferenceKey = 'view-modes';
/** Scopes remembered at most, so that the preference stays small. */
const mostScopes = 60;

export type Modes = Record<string, ViewMode>;
type Search = Record<string, string | undefined>;

/** What is remembered, as far as it can be read. */
export function modesOf(preferences: Desk['me']['preferences'] | undefined): Modes {
  const kept = preferences?.[preferenceKey];
  if (typeof kept !== 'object' || kept === null) return {};
  const known = Object.entries(kept).filter(([, mode]) => viewModes.includes(mode as ViewMode));
  return Object.fromEntries(known) as Modes;
}

/** What is remembered once a mode was chosen; a list is the default and takes no room. */
export function withMode(modes: Modes, scope: string, mode: ViewMode): Modes {
  const others = Object.entries(modes).filter(([one]) => one !== scope);
  const all: [string, ViewMode][] = mode === 'list' ? others : [...others, [scope, mode]];
  return Object.fromEntries(all.slice(-mostScopes));
}

/** The filters that a scope stands for, where a board or a feed shows it. */
export function impliedBy(scope: string, me: string): Search {
  if (scope === 'mine') return { assignee: me };
  if (scope === 'unanswered') return { status: 'new,open' };
  if (scope === 'pending') return { status: 'pending' };
  if (scope === 'on-hold') return { status: 'on_hold' };
  if (scope === 'closed') return { status: 'resolved,closed' };
  return isFolder(scope) ? { folder: scope } : {};
}

/** Whether a scope is a folder's page. */
export const isFolder = (scope: string) => /^[0-9a-f-]{36}$/i.test(scope);

/** Whether it is that of a saved view, whose filters are its own. */
export const isSavedView = (scope: string) => scope.startsWith('view-') && isFolder(scope.slice(5));

/** The scope that the address of a board or a feed names; the inbox where it names none. */
export function scopeIn(search: Search): string {
  const { from } = search;
  return from && (isFolder(from) || isSavedView(from) || (views as readonly string[]).includes(from))
    ? from
    : 'inbox';
}

/** The search part on the way from a list to its board or feed. */
export function towards(search: Search, scope: string, me: string): Search {
  return { ...search, from: scope === 'inbox' ? undefined : scope, ...impliedBy(scope, me) };
}

/** The search part on the way back to the list: without what the list itself says. */
export function backFrom(search: Search, scope: string, me: string): Search {
  if (isSavedView(scope)) return {};
  const implied = impliedBy(scope, me);
  const own = Object.entries(search).filter(([name, value]) => {
    if (name === 'from' || name === 'kinds' || name === 'by' || name === 'order') return false;
    return implied[name] !== value;
  });
  return Object.fromEntries(own);
}
