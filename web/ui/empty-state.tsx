import { IconInbox } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import classes from './state.module.css';

/** An empty list: what it is for (`title`, `text`) and the one `action` that fills it. */
export function EmptyState({
  icon: Icon = IconInbox,
  title,
  text,
  action,
}: {
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  title: string;
  text?: string;
  action?: ReactNode;
}) {
  return (
    <div className={classes.state}>
      <span className={classes.icon} aria-hidden>
        <Icon size={24} stroke={1.5} />
      </span>
      <p className={classes.title}>{title}</p>
      {text && <p className={classes.text}>{text}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
