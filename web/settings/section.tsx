import type { ReactNode } from 'react';
import classes from './settings.module.css';

/** A part of a settings page: heading, what it is for, the action at the right, the content below. */
export function Section({
  title,
  text,
  action,
  children,
}: {
  title?: string;
  text?: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.section}>
      {(title || text || action) && (
        <div className={classes.sectionHead}>
          <div className={classes.sectionWords}>
            {title && <h2 className={classes.sectionTitle}>{title}</h2>}
            {text && <p className={classes.sectionText}>{text}</p>}
          </div>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
