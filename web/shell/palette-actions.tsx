// What the palette offers without asking the server.
import { Kbd } from '@mantine/core';
import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconAddressBook,
  IconBolt,
  IconBookmark,
  IconCalendarClock,
  IconChecklist,
  IconFilePencil,
  IconFolder,
  IconLanguage,
  IconPalette,
  IconPencilPlus,
  IconReportMoney,
  IconSettings,
  IconTicket,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { languages, themes } from '../../contract/fields.ts';
import { mayDo, type WorkspaceRight } from '../../contract/rights.ts';
import type { Desk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useEditProfile } from '../data/profile.ts';
import { type Shortcut, useShortcuts } from '../ui/shortcut.ts';
import { keyCaps } from '../ui/shortcut-keys.ts';
import { railViews } from './rail-views.ts';
import { settingsPages } from './settings-pages.ts';

/** After the palette has gone and given the focus back, so that it does not take it from what the action opens. */
const afterPaletteMs = 60;

/** What can be done to the ticket and on the page at hand, where one can go, and what can be set. */
export function usePaletteActions(desk: Desk): SpotlightActionGroupData[] {
  const t = useT();
  return [
    { group: t('palette.actions.ticket'), actions: useDeclared('ticket') },
    { group: t('shell.palette.do'), actions: [useNewTicket(desk), ...useDeclared('page')] },
    { group: t('shell.palette.go'), actions: usePlaces(desk) },
    { group: t('shell.settings'), actions: useSettingsPages(desk) },
    { group: t('palette.mine'), actions: useAppearanceActions(desk) },
  ];
}

/** What the screens declare with useShortcut and useAction. */
function useDeclared(group: Shortcut['group']): SpotlightActionData[] {
  const declared = useShortcuts().filter(one => one.isInPalette && one.group === group);
  const latest = new Map(declared.map(one => [one.label, one]));
  const Icon = group === 'ticket' ? IconTicket : IconBolt;
  return [...latest.values()].map(({ label, key, handler }) => ({
    id: `do-${label}`,
    label,
    leftSection: <Icon size={18} aria-hidden />,
    rightSection: key && (
      <span aria-hidden>
        {keyCaps(key).map(cap => (
          <Kbd key={cap} size="xs">
            {cap}
          </Kbd>
        ))}
      </span>
    ),
    onClick: () => void setTimeout(handler, afterPaletteMs),
  }));
}

function useNewTicket({ workspace: { slug } }: Desk): SpotlightActionData {
  const t = useT();
  const navigate = useNavigate();
  return {
    id: 'new-ticket',
    label: t('shell.new-ticket'),
    leftSection: <IconPencilPlus size={18} aria-hidden />,
    onClick: () => void navigate({ to: '/w/$slug/tickets/new', params: { slug } }),
  };
}

interface OtherPlace {
  id: string;
  to: string;
  label: string;
  icon: typeof IconFolder;
  right?: WorkspaceRight;
}

/** What the rail leads to besides views and folders. */
const otherPlaces = [
  { id: 'drafts', to: '/w/$slug/drafts', label: 'drafts.mine', icon: IconFilePencil },
  { id: 'overview', to: '/w/$slug/overview', label: 'lists.overview', icon: IconUsersGroup },
  { id: 'scheduled', to: '/w/$slug/scheduled', label: 'sending.page.title', icon: IconCalendarClock },
  { id: 'contacts', to: '/w/$slug/contacts', label: 'shell.contacts', icon: IconAddressBook },
  { id: 'activities', to: '/w/$slug/activities', label: 'activity.mine', icon: IconChecklist },
  { id: 'time', to: '/w/$slug/time', label: 'time.page', icon: IconReportMoney, right: 'time.report' },
] as const satisfies readonly OtherPlace[];

function usePlaces({ workspace: { slug }, folders, views, me }: Desk): SpotlightActionData[] {
  const t = useT();
  const navigate = useNavigate();
  return [
    ...railViews.map(view => ({
      id: view.name,
      label: t(`shell.view.${view.name}`),
      leftSection: <view.icon size={18} aria-hidden />,
      onClick: () => void navigate({ to: view.to, params: { slug } }),
    })),
    ...otherPlaces
      .filter(place => !('right' in place) || mayDo(me.role, place.right))
      .map(place => ({
        id: place.id,
        label: t(place.label),
        leftSection: <place.icon size={18} aria-hidden />,
        onClick: () => void navigate({ to: place.to, params: { slug } }),
      })),
    ...views.map(view => ({
      id: view.id,
      label: view.name,
      leftSection: <IconBookmark size={18} aria-hidden />,
      onClick: () => void navigate({ to: '/w/$slug/views/$viewId', params: { slug, viewId: view.id } }),
    })),
    ...folders.map(folder => ({
      id: folder.id,
      label: folder.name,
      leftSection: <IconFolder size={18} aria-hidden />,
      onClick: () =>
        void navigate({ to: '/w/$slug/folders/$folderId', params: { slug, folderId: folder.id } }),
    })),
  ];
}

function useSettingsPages(desk: Desk): SpotlightActionData[] {
  const t = useT();
  const navigate = useNavigate();
  return settingsPages(desk.me.role).map(page => ({
    id: `settings-${page.name}`,
    label: t(`settings.${page.name}.title`),
    leftSection: <IconSettings size={18} aria-hidden />,
    onClick: () => void navigate({ to: page.to, params: { slug: desk.workspace.slug } }),
  }));
}

function useAppearanceActions({ me }: Desk): SpotlightActionData[] {
  const t = useT();
  const edit = useEditProfile();
  return [
    ...themes
      .filter(theme => theme !== me.theme)
      .map(theme => ({
        id: `theme-${theme}`,
        label: t('palette.theme', { theme: t(`shell.theme.${theme}`) }),
        leftSection: <IconPalette size={18} aria-hidden />,
        onClick: () => edit.mutate({ theme }),
      })),
    ...languages
      .filter(language => language !== me.language)
      .map(language => ({
        id: `language-${language}`,
        label: t('palette.language', { language: t(`language.${language}`) }),
        leftSection: <IconLanguage size={18} aria-hidden />,
        onClick: () => edit.mutate({ language }),
      })),
  ];
}
