import { IconPencilExclamation } from '@tabler/icons-react';
import { useFormat, useT } from '../data/language.ts';
import { useTeammatesAt } from '../data/presence.ts';
import classes from './composing-banner.module.css';

/** Above the text box while teammates answer this ticket or write a note to it (LUM-22); gone when they stop. */
export function ComposingBanner({ ticketId }: { ticketId: string }) {
  const t = useT();
  const format = useFormat();
  const teammates = useTeammatesAt(ticketId);
  const lines = (['reply', 'note'] as const).flatMap(state => {
    const names = teammates.filter(one => one.state === state).map(one => one.name);
    if (names.length === 0) return [];
    return t(`presence.composing.${state}`, { count: names.length, names: format.list(names) });
  });
  return (
    <div className={classes.place} role="status">
      {lines.map(line => (
        <p key={line} className={classes.banner}>
          <IconPencilExclamation size={18} stroke={1.75} aria-hidden />
          <span>{line}</span>
        </p>
      ))}
    </div>
  );
}
