import type { ReactNode } from 'react';
import classes from './tab-page.module.css';

/** What a tab of a ticket shows below the tabs: one column that scrolls by itself. */
export function TabPage({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className={classes.scroller} aria-label={label} tabIndex={0}>
      <div className={classes.inside}>{children}</div>
    </section>
  );
}
