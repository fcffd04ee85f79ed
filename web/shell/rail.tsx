import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconAddressBook,
  IconCalendarClock,
  IconChecklist,
  IconFilePencil,
  IconFolder,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconReportMoney,
  IconSettings,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { mayDo } from '../../contract/rights.ts';
import type { Desk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { myDraftsQuery } from '../messages/drafts/drafts-query.ts';
import { useMyOutgoing } from '../messages/outgoing-query.ts';
import classes from './rail.module.css';
import { RailLink } from './rail-link.tsx';
import { RailSavedViews } from './rail-saved-views.tsx';
import { railViews } from './rail-views.ts';
import { SearchBox } from './search-box.tsx';
import { useTicketCounts } from './ticket-counts.ts';
import { WorkspaceMenu } from './workspace-menu.tsx';

/** Where everything is: workspace, search, views with live counts, folders, settings. */
export function Rail({
  desk,
  isCollapsed = false,
  onCollapse,
  onGo,
}: {
  desk: Desk;
  isCollapsed?: boolean;
  /** Absent in the drawer of small screens, which closes instead. */
  onCollapse?: () => void;
  onGo?: () => void;
}) {
  const t = useT();
  const counts = useTicketCounts().data;
  const scheduled = useMyOutgoing().data?.filter(one => one.isScheduled || one.state === 'held').length;
  const slug = desk.workspace.slug;
  const drafts = useQuery(myDraftsQuery(slug)).data;
  const CollapseIcon = isCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const collapseLabel = t(isCollapsed ? 'shell.rail.expand' : 'shell.rail.collapse');
  return (
    <nav
      className={classes.rail}
      data-collapsed={isCollapsed || undefined}
      aria-label={t('shell.rail.label')}
    >
      <WorkspaceMenu desk={desk} isCollapsed={isCollapsed} />
      <SearchBox desk={desk} isCollapsed={isCollapsed} onGo={onGo} />
      <div className={classes.nav}>
        <ul className={classes.list}>
          {railViews.map(view => (
            <RailLink
              key={view.name}
              to={view.to}
              params={{ slug }}
              icon={view.icon}
              label={t(`shell.view.${view.name}`)}
              count={view.isCounted ? counts?.views[view.name] : undefined}
              isAlways={view.name === 'unanswered'}
              isCollapsed={isCollapsed}
              onGo={onGo}
            />
          ))}
          <RailLink
            to="/w/$slug/drafts"
            params={{ slug }}
            icon={IconFilePencil}
            label={t('drafts.mine')}
            count={drafts?.length}
            counts="drafts.count"
            isCollapsed={isCollapsed}
            onGo={onGo}
          />
          <RailLink
            to="/w/$slug/overview"
            params={{ slug }}
            icon={IconUsersGroup}
            label={t('lists.overview')}
            isCollapsed={isCollapsed}
            onGo={onGo}
          />
          <RailLink
            to="/w/$slug/scheduled"
            params={{ slug }}
            icon={IconCalendarClock}
            label={t('sending.page.title')}
            count={scheduled}
            isCollapsed={isCollapsed}
            onGo={onGo}
          />
        </ul>
        <RailSavedViews desk={desk} counts={counts?.saved} isCollapsed={isCollapsed} onGo={onGo} />
        {!isCollapsed && (
          <h2 className={classes.heading} id="rail-folders">
            {t('shell.rail.folders')}
          </h2>
        )}
        <ul className={classes.list} aria-labelledby={isCollapsed ? undefined : 'rail-folders'}>
          {desk.folders.map(folder => (
            <RailLink
              key={folder.id}
              to="/w/$slug/folders/$folderId"
              params={{ slug, folderId: folder.id }}
              icon={IconFolder}
              label={folder.name}
              count={counts?.folders[folder.id]}
              isCollapsed={isCollapsed}
              onGo={onGo}
            />
          ))}
        </ul>
      </div>
      <div className={classes.foot}>
        <ul className={classes.list}>
          <RailLink
            to="/w/$slug/contacts"
            params={{ slug }}
            icon={IconAddressBook}
            label={t('shell.contacts')}
            isCollapsed={isCollapsed}
            onGo={onGo}
          />
          <RailLink
            to="/w/$slug/activities"
            params={{ slug }}
            icon={IconChecklist}
            label={t('activity.mine')}
            isCollapsed={isCollapsed}
            onGo={onGo}
          />
          {mayDo(desk.me.role, 'time.report') && (
            <RailLink
              to="/w/$slug/time"
              params={{ slug }}
              icon={IconReportMoney}
              label={t('time.page')}
              isCollapsed={isCollapsed}
              onGo={onGo}
            />
          )}
          <RailLink
            to="/w/$slug/settings"
            params={{ slug }}
            icon={IconSettings}
            label={t('shell.settings')}
            isCollapsed={isCollapsed}
            onGo={onGo}
          />
        </ul>
        {onCollapse && (
          <Tooltip label={collapseLabel} position="right">
            <ActionIcon onClick={onCollapse} aria-label={collapseLabel} aria-expanded={!isCollapsed}>
              <CollapseIcon size={18} stroke={1.75} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </nav>
  );
}
