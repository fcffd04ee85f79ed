import { Tooltip, VisuallyHidden } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useFormat, useT } from '../data/language.ts';
import classes from './rail.module.css';

/** One line of the rail: icon, words, and how many tickets wait there. */
export function RailLink({
  to,
  params,
  icon: LinkIcon,
  label,
  count,
  isMore = false,
  isAlways = false,
  counts = 'shell.rail.count',
  isCollapsed,
  onGo,
}: Pick<LinkProps, 'to' | 'params'> & {
  icon: Icon;
  label: string;
  count?: number;
  /** There are at least so many. */
  isMore?: boolean;
  /** The number stands there even at zero, and on the icon where the rail is collapsed (LUM-14). */
  isAlways?: boolean;
  /** The text that says what is counted: tickets, unless told otherwise. */
  counts?: 'shell.rail.count' | 'drafts.count';
  isCollapsed: boolean;
  onGo?: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const shown =
    count === undefined ? '' : count > 999 ? '999+' : `${format.number(count)}${isMore ? '+' : ''}`;
  const link = (
    <Link
      to={to}
      params={params}
      className={classes.link}
      activeOptions={{ includeSearch: false }}
      onClick={onGo}
    >
      <LinkIcon size={18} stroke={1.75} aria-hidden className={classes.icon} />
      <span className={classes.label}>{label}</span>
      {shown && (count !== 0 || isMore || isAlways) && (
        <span className={classes.count} data-always={isAlways || undefined}>
          <span aria-hidden>{shown}</span>
          <VisuallyHidden>{t(counts, { count: count ?? 0 })}</VisuallyHidden>
        </span>
      )}
    </Link>
  );
  // The words stand beside the icon: only a collapsed rail has something to tell.
  if (!isCollapsed) return <li>{link}</li>;
  return (
    <li>
      <Tooltip label={shown ? `${label} (${shown})` : label} position="right" openDelay={100}>
        {link}
      </Tooltip>
    </li>
  );
}
