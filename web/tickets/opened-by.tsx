import { VisuallyHidden } from '@mantine/core';
import { useFormat, useT } from '../data/language.ts';
import { useTeammatesAt } from '../data/presence.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import classes from './opened-by.module.css';

/** On the row of a ticket that teammates have open: a red bar, their avatars, and in words who it is (LUM-24, D-09). */
export function OpenedBy({ ticketId }: { ticketId: string }) {
  const t = useT();
  const format = useFormat();
  const teammates = useTeammatesAt(ticketId);
  if (teammates.length === 0) return null;
  const names = format.list(teammates.map(one => one.name));
  const words = t('presence.opened-by', { names });
  return (
    <>
      <span className={classes.bar} aria-hidden />
      <span className={classes.people}>
        {teammates.slice(0, 2).map(one => (
          <span key={one.id} className={classes.person} data-idle={one.state === 'idle' || undefined}>
            <PersonAvatar name={one.name} size={22} />
          </span>
        ))}
        {teammates.length > 2 && (
          <span className={classes.more} aria-hidden>
            +{teammates.length - 2}
          </span>
        )}
        <span className={classes.words} aria-hidden>
          {words}
        </span>
        <VisuallyHidden>{words}</VisuallyHidden>
      </span>
    </>
  );
}
