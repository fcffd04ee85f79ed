import type { ReactNode } from 'react';
import classes from './attachments.module.css';

/** What a preview has to say about itself. */
export function PreviewNote({ children }: { children: ReactNode }) {
  return (
    <p className={classes.note} role="status">
      {children}
    </p>
  );
}
