import { ActionIcon, Button } from '@mantine/core';
import { IconMenu2, IconPencilPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { RunningWork } from '../bulk/running-work.tsx';
import type { Desk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { Bell } from '../notifications/bell.tsx';
import { TimerChip } from '../time-entries/timer-chip.tsx';
import { AgentMenu } from './agent-menu.tsx';
import { LiveMark } from './live-mark.tsx';
import { titleId, useShownTitle } from './page-title.ts';
import classes from './top-bar.module.css';

/** The bar above every page: its heading, a new ticket, the agent. */
export function TopBar({ desk, onOpenRail }: { desk: Desk; onOpenRail: () => void }) {
  const t = useT();
  const title = useShownTitle();
  const slug = desk.workspace.slug;
  return (
    <header className={classes.bar}>
      <ActionIcon className={classes.burger} onClick={onOpenRail} aria-label={t('shell.rail.open')} size={36}>
        <IconMenu2 size={20} stroke={1.75} aria-hidden />
      </ActionIcon>
      {title && (
        <h1 id={titleId} className={classes.title}>
          {title}
        </h1>
      )}
      <span className={classes.space} />
      <LiveMark />
      <RunningWork />
      <TimerChip />
      <Button
        className={classes.words}
        leftSection={<IconPencilPlus size={16} aria-hidden />}
        renderRoot={props => <Link to="/w/$slug/tickets/new" params={{ slug }} {...props} />}
      >
        {t('shell.new-ticket')}
      </Button>
      <ActionIcon
        className={classes.icon}
        variant="filled"
        color="brand"
        size={36}
        aria-label={t('shell.new-ticket')}
        renderRoot={props => <Link to="/w/$slug/tickets/new" params={{ slug }} {...props} />}
      >
        <IconPencilPlus size={18} aria-hidden />
      </ActionIcon>
      <Bell />
      <AgentMenu desk={desk} />
    </header>
  );
}
