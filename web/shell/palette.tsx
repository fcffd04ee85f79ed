import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconBookmark,
  IconFolder,
  IconPencilPlus,
  IconSearch,
  IconSettings,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Desk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { filterActions } from './palette-filter.ts';
import { railViews } from './rail-views.ts';
import { settingsPages } from './settings-pages.ts';

/** Ctrl/Cmd+K: goes anywhere by typing a few letters of its name. */
export function Palette({ desk }: { desk: Desk }) {
  const t = useT();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const params = { slug: desk.workspace.slug };
  const number = words.trim().match(/^#?(\d{1,15})$/)?.[1];

  const actions: SpotlightActionGroupData[] = [
    {
      group: t('shell.palette.do'),
      actions: [
        {
          id: 'new-ticket',
          label: t('shell.new-ticket'),
          leftSection: <IconPencilPlus size={18} aria-hidden />,
          onClick: () => void navigate({ to: '/w/$slug/tickets/new', params }),
        },
      ],
    },
    {
      group: t('shell.palette.go'),
      actions: [
        ...railViews.map(view => ({
          id: view.name,
          label: t(`shell.view.${view.name}`),
          leftSection: <view.icon size={18} aria-hidden />,
          onClick: () => void navigate({ to: view.to, params }),
        })),
        {
          id: 'overview',
          label: t('lists.overview'),
          leftSection: <IconUsersGroup size={18} aria-hidden />,
          onClick: () => void navigate({ to: '/w/$slug/overview', params }),
        },
        ...desk.views.map(view => ({
          id: view.id,
          label: view.name,
          leftSection: <IconBookmark size={18} aria-hidden />,
          onClick: () =>
            void navigate({ to: '/w/$slug/views/$viewId', params: { ...params, viewId: view.id } }),
        })),
        ...desk.folders.map(folder => ({
          id: folder.id,
          label: folder.name,
          leftSection: <IconFolder size={18} aria-hidden />,
          onClick: () =>
            void navigate({ to: '/w/$slug/folders/$folderId', params: { ...params, folderId: folder.id } }),
        })),
      ],
    },
    {
      group: t('shell.settings'),
      actions: settingsPages(desk.me.role).map(page => ({
        id: `settings-${page.name}`,
        label: t(`settings.${page.name}.title`),
        leftSection: <IconSettings size={18} aria-hidden />,
        onClick: () => void navigate({ to: page.to, params }),
      })),
    },
  ];
  if (words.trim()) {
    actions.unshift({
      group: t('shell.palette.find'),
      actions: [
        ...(number
          ? [
              {
                id: 'number',
                label: t('shell.palette.ticket', { number }),
                keywords: [words],
                leftSection: <IconSearch size={18} aria-hidden />,
                onClick: () =>
                  void navigate({ to: '/w/$slug/tickets/$number', params: { ...params, number } }),
              },
            ]
          : []),
        {
          id: 'find',
          label: t('shell.palette.search', { words: words.trim() }),
          keywords: [words],
          leftSection: <IconSearch size={18} aria-hidden />,
          onClick: () => void navigate({ to: '/w/$slug/all', params, search: { q: words.trim() } }),
        },
      ],
    });
  }
  return (
    <Spotlight
      shortcut={null}
      actions={actions}
      query={words}
      onQueryChange={setWords}
      nothingFound={t('shell.palette.nothing')}
      filter={filterActions}
      attributes={{ content: { 'aria-label': t('shell.keys.palette') } }}
      scrollable
      maxHeight={420}
      searchProps={{
        placeholder: t('shell.palette.placeholder'),
        'aria-label': t('shell.palette.placeholder'),
        leftSection: <IconSearch size={18} stroke={1.75} aria-hidden />,
      }}
    />
  );
}
