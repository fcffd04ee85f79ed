import { IconPencil } from '@tabler/icons-react';
import { useT } from '../data/language.ts';
import { useTeammatesAt } from '../data/presence.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import classes from './readers.module.css';

const most = 3;

/** In the head of a ticket: the teammates who have it open as well, and what they do (LUM-22, D-09). */
export function Readers({ ticketId }: { ticketId: string }) {
  const t = useT();
  const teammates = useTeammatesAt(ticketId);
  const rest = teammates.slice(most);
  if (teammates.length === 0) return null;
  return (
    <ul className={classes.readers} aria-label={t('presence.readers')}>
      {teammates.slice(0, most).map(({ id, name, state }) => (
        <li
          key={id}
          className={classes.reader}
          data-idle={state === 'idle' || undefined}
          title={t(`presence.${state}`, { name })}
        >
          <PersonAvatar name={name} size={24} label={t(`presence.${state}`, { name })} />
          <span className={classes.name} aria-hidden>
            {name}
          </span>
          {(state === 'reply' || state === 'note') && <IconPencil size={14} aria-hidden />}
        </li>
      ))}
      {rest.length > 0 && (
        <li className={classes.rest} title={rest.map(one => one.name).join(', ')}>
          {t('presence.more', { count: rest.length })}
        </li>
      )}
    </ul>
  );
}
