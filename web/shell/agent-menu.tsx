import { Menu, UnstyledButton } from '@mantine/core';
import { IconDevices, IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { languages, themes } from '../../contract/fields.ts';
import type { Desk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useEditProfile } from '../data/profile.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { openShortcutSheet } from '../ui/shortcut-sheet.tsx';
import classes from './agent-menu.module.css';
import { useSignOut } from './sign-out.ts';

/** Me: theme, language, profile, sessions, signing out. */
export function AgentMenu({ desk }: { desk: Desk }) {
  const t = useT();
  const { me, workspace } = desk;
  const edit = useEditProfile();
  const signOut = useSignOut();
  const params = { slug: workspace.slug };
  return (
    <Menu width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.target} aria-label={t('shell.me', { name: me.name })}>
          <PersonAvatar name={me.name} size={32} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{me.name}</strong>
          <span>{me.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUserCircle size={16} aria-hidden />}
          renderRoot={props => <Link to="/w/$slug/settings/profile" params={params} {...props} />}
        >
          {t('shell.me.profile')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDevices size={16} aria-hidden />}
          renderRoot={props => <Link to="/w/$slug/settings/sessions" params={params} {...props} />}
        >
          {t('shell.me.sessions')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={openShortcutSheet}>
          {t('shell.keys.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('shell.theme')}</Menu.Label>
        <Menu.RadioGroup value={me.theme}>
          {themes.map(theme => (
            <Menu.RadioItem key={theme} value={theme} onChange={() => edit.mutate({ theme })}>
              {t(`shell.theme.${theme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('shell.language')}</Menu.Label>
        <Menu.RadioGroup value={me.language}>
          {languages.map(language => (
            <Menu.RadioItem
              key={language}
              value={language}
              lang={language}
              onChange={() => edit.mutate({ language })}
            >
              {t(`language.${language}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          {t('shell.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
