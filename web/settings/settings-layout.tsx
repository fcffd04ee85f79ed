import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { settingsPages } from '../shell/settings-pages.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import classes from './settings.module.css';

function NotAllowed() {
  const t = useT();
  usePageTitle(t('settings.menu'));
  return (
    <EmptyState title={t('settings.administrators-only')} text={t('settings.administrators-only-text')} />
  );
}

/** The settings: their menu at the side (above, on small screens) and one page of them. */
export function SettingsLayout() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const { pathname } = useLocation();
  const role = useDesk().data?.me.role ?? 'agent';
  const pages = settingsPages(role);
  const section = pathname.split('/settings/')[1]?.split('/')[0];
  const isAllowed = !section || pages.some(page => page.name === section);
  const groups = ['mine', 'workspace', 'ticket'] as const;
  const menu = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the menu is a row that scrolls: the page shown must be seen in it.
    const current = section && menu.current?.querySelector(`a[href$="/settings/${section}"]`);
    if (current) current.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [section]);
  return (
    <div className={classes.layout}>
      <nav ref={menu} className={classes.menu} aria-label={t('settings.menu')}>
        {groups.map(group => {
          const links = pages.filter(page => page.group === group);
          if (links.length === 0) return null;
          return (
            <div key={group} className={classes.group}>
              <p className={classes.heading} id={`settings-${group}`}>
                {t(`settings.group.${group}`)}
              </p>
              <ul className={classes.links} aria-labelledby={`settings-${group}`}>
                {links.map(page => (
                  <li key={page.name}>
                    <Link to={page.to} params={{ slug }} className={classes.link}>
                      <page.icon size={18} stroke={1.75} aria-hidden />
                      {t(`settings.${page.name}.title`)}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </nav>
      <div className={classes.content}>{isAllowed ? <Outlet /> : <NotAllowed />}</div>
    </div>
  );
}
