import {
  IconBuildingStore,
  IconCategory,
  IconClockCog,
  IconDevices,
  IconFileImport,
  IconFolders,
  IconForms,
  IconMailbox,
  IconMailCog,
  IconMapPin,
  IconMessageBolt,
  IconShieldExclamation,
  IconTags,
  IconUserCircle,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { mayDo, type Role } from '../../contract/rights.ts';

const pages = [
  {
    name: 'profile',
    to: '/w/$slug/settings/profile',
    icon: IconUserCircle,
    group: 'mine',
    right: 'profile.edit',
  },
  {
    name: 'sessions',
    to: '/w/$slug/settings/sessions',
    icon: IconDevices,
    group: 'mine',
    right: 'profile.edit',
  },
  {
    name: 'workspace',
    to: '/w/$slug/settings/workspace',
    icon: IconBuildingStore,
    group: 'workspace',
    right: 'settings.manage',
  },
  {
    name: 'mailboxes',
    to: '/w/$slug/settings/mailboxes',
    icon: IconMailbox,
    group: 'workspace',
    right: 'mailboxes.manage',
  },
  {
    name: 'quarantine',
    to: '/w/$slug/settings/quarantine',
    icon: IconShieldExclamation,
    group: 'workspace',
    right: 'quarantine.manage',
  },
  {
    name: 'templates',
    to: '/w/$slug/settings/templates',
    icon: IconMailCog,
    group: 'workspace',
    right: 'settings.manage',
  },
  {
    name: 'import',
    to: '/w/$slug/settings/import',
    icon: IconFileImport,
    group: 'workspace',
    right: 'mailboxes.manage',
  },
  {
    name: 'agents',
    to: '/w/$slug/settings/agents',
    icon: IconUsers,
    group: 'workspace',
    right: 'people.manage',
  },
  {
    name: 'teams',
    to: '/w/$slug/settings/teams',
    icon: IconUsersGroup,
    group: 'workspace',
    right: 'people.manage',
  },
  {
    name: 'ticket',
    to: '/w/$slug/settings/ticket',
    icon: IconClockCog,
    group: 'ticket',
    right: 'settings.manage',
  },
  {
    name: 'folders',
    to: '/w/$slug/settings/folders',
    icon: IconFolders,
    group: 'ticket',
    right: 'settings.manage',
  },
  {
    name: 'tags',
    to: '/w/$slug/settings/tags',
    icon: IconTags,
    group: 'ticket',
    right: 'settings.manage',
  },
  {
    name: 'contact-fields',
    to: '/w/$slug/settings/contact-fields',
    icon: IconForms,
    group: 'workspace',
    right: 'settings.manage',
  },
  {
    name: 'canned',
    to: '/w/$slug/settings/canned',
    icon: IconMessageBolt,
    group: 'ticket',
    right: 'tickets.work',
  },
  {
    name: 'types',
    to: '/w/$slug/settings/types',
    icon: IconCategory,
    group: 'ticket',
    right: 'settings.manage',
  },
  {
    name: 'segments',
    to: '/w/$slug/settings/segments',
    icon: IconMapPin,
    group: 'ticket',
    right: 'settings.manage',
  },
] as const;

export type SettingsPage = (typeof pages)[number];

/** The pages of the settings that a role may see, in the order of their menu. */
export function settingsPages(role: Role): SettingsPage[] {
  return pages.filter(page => mayDo(role, page.right));
}
