import {
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
  useSpotlight,
} from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Desk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWasTrue } from '../ui/use-was-true.ts';
import { usePaletteActions } from './palette-actions.tsx';
import { filterActions } from './palette-filter.ts';
import { usePaletteFound } from './palette-found.tsx';
import { keepUsed, recentlyUsed } from './palette-recent.ts';
import { paletteStore } from './palette-store.ts';

/** Ctrl/Cmd+K: does anything and goes anywhere by typing a few letters of its name; what was used last comes first. */
export function Palette({ desk }: { desk: Desk }) {
  // Until it is asked for nothing of it is made: what it offers changes with every page.
  const wasAsked = useWasTrue(useSpotlight(paletteStore).opened);
  return wasAsked ? <AskedPalette desk={desk} /> : null;
}

function AskedPalette({ desk }: { desk: Desk }) {
  const t = useT();
  const [words, setWords] = useState('');
  const groups = usePaletteActions(desk);
  const found = usePaletteFound(words);
  const asked = useAsked(desk, words);
  const all = [
    ...(words.trim()
      ? []
      : [{ group: t('palette.recent'), actions: recentOf(groups, recentlyUsed(desk.me.id)) }]),
    ...asked.first,
    ...groups,
    { group: t('palette.tickets'), actions: found.tickets },
    { group: t('palette.contacts'), actions: found.contacts },
    ...asked.last,
  ];
  const remembering = all.map(group => ({
    ...group,
    actions: group.actions.map(action => ({
      ...action,
      onClick: (event: React.MouseEvent<HTMLButtonElement>) => {
        keepUsed(desk.me.id, action.id.replace(/^recent-/, ''));
        action.onClick?.(event);
      },
    })),
  }));
  return (
    <Spotlight
      store={paletteStore}
      shortcut={null}
      actions={remembering}
      query={words}
      onQueryChange={setWords}
      nothingFound={t('shell.palette.nothing')}
      filter={filterActions}
      // Dimmed as it comes, it cannot be read on the ground of the chosen line.
      styles={{ actionDescription: { color: 'inherit', opacity: 1 } }}
      attributes={{ content: { 'aria-label': t('shell.keys.palette') } }}
      scrollable
      maxHeight={420}
      scrollAreaProps={{
        viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('shell.keys.palette') },
      }}
      searchProps={{
        placeholder: t('shell.palette.placeholder'),
        'aria-label': t('shell.palette.placeholder'),
        leftSection: <IconSearch size={18} stroke={1.75} aria-hidden />,
      }}
    />
  );
}

/** Those of the actions that were used last and can be used now. Their ids differ, since each stands in its group too. */
function recentOf(groups: SpotlightActionGroupData[], ids: string[]): SpotlightActionData[] {
  const actions = groups.flatMap(group => group.actions);
  return ids.flatMap(id => {
    const action = actions.find(one => one.id === id);
    return action ? [{ ...action, id: `recent-${id}` }] : [];
  });
}

/** The ticket of the number typed comes first; searching everything for the words is always there, and last. */
function useAsked(desk: Desk, words: string): Record<'first' | 'last', SpotlightActionGroupData[]> {
  const t = useT();
  const navigate = useNavigate();
  const params = { slug: desk.workspace.slug };
  const number = words.trim().match(/^#?(\d{1,15})$/)?.[1];
  if (!words.trim()) return { first: [], last: [] };
  const action = (id: string, label: string, onClick: () => void): SpotlightActionGroupData => ({
    group: t('shell.palette.find'),
    actions: [{ id, label, keywords: [words], leftSection: <IconSearch size={18} aria-hidden />, onClick }],
  });
  const toTicket = () =>
    void navigate({ to: '/w/$slug/tickets/$number', params: { ...params, number: number! } });
  const toSearch = () => void navigate({ to: '/w/$slug/search', params, search: { q: words.trim() } });
  return {
    first: number ? [action('number', t('shell.palette.ticket', { number }), toTicket)] : [],
    last: [action('find', t('shell.palette.search', { words: words.trim() }), toSearch)],
  };
}
