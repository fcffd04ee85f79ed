import { Tooltip, VisuallyHidden } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useLanguage, useT } from '../data/language.ts';
import classes from './rail.module.css';

/** One line of the rail: icon, words, and how many tickets wait there. */
export function RailLink({
  to,
  params,
  icon: LinkIcon,
  label,
  count,
  isCollapsed,
  onGo,
}: Pick<LinkProps, 'to' | 'params'> & {
  icon: Icon;
  label: string;
  count?: number;
  isCollapsed: boolean;
  onGo?: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const shown =
    count === undefined ? '' : count > 9998 ? '9999+' : new Intl.NumberFormat(language).format(count);
  return (
    <li>
      <Tooltip
        label={shown ? `${label} (${shown})` : label}
        position="right"
        disabled={!isCollapsed}
        openDelay={100}
      >
        <Link
          to={to}
          params={params}
          className={classes.link}
          activeOptions={{ includeSearch: false }}
          onClick={onGo}
        >
          <LinkIcon size={18} stroke={1.75} aria-hidden className={classes.icon} />
          <span className={classes.label}>{label}</span>
          {shown && count !== 0 && (
            <span className={classes.count}>
              <span aria-hidden>{shown}</span>
              <VisuallyHidden>{t('shell.rail.count', { count: count ?? 0 })}</VisuallyHidden>
            </span>
          )}
        </Link>
      </Tooltip>
    </li>
  );
}
