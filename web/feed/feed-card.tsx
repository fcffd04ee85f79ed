import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { HistorySentence } from '../tickets/history-line.tsx';
import { actorName } from '../tickets/history-text.ts';
import { useNames } from '../tickets/use-names.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import classes from './feed.module.css';
import type { FeedGroup, FeedItem } from './feed-groups.ts';

/** What happened to one ticket in a row: the ticket, then line by line who did what, with the words of messages. */
export function FeedCard({ group }: { group: FeedGroup }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const number = String(group.ticket.number);
  return (
    <article className={classes.card} aria-label={t('feed.lines', { number })}>
      <header className={classes.head}>
        <Link className={classes.subject} to="/w/$slug/tickets/$number" params={{ slug, number }}>
          {group.ticket.subject || t('tickets.no-subject')} <span className={classes.number}>#{number}</span>
        </Link>
        <StatusPill status={group.ticket.status} />
      </header>
      <ol className={classes.lines}>
        {group.items.map(item => (
          <Line key={item.id} item={item} />
        ))}
      </ol>
    </article>
  );
}

function Line({ item }: { item: FeedItem }) {
  const t = useT();
  const format = useFormat();
  const names = useNames();
  const isNote = item.message?.kind === 'note';
  return (
    <li className={classes.line} data-event={item.id}>
      <PersonAvatar name={actorName(t, names, item.actor)} size={24} />
      <div className={classes.words}>
        <p className={classes.sentence}>
          <HistorySentence line={item} />
          <time dateTime={item.at} title={format.dateTime(item.at)} className={classes.at}>
            {format.ago(item.at)}
          </time>
        </p>
        {item.message?.preview && (
          <div className={classes.message} data-note={isNote || undefined}>
            {isNote && (
              <span className={classes.note}>
                <IconLock size={14} aria-hidden /> {t('feed.note')}
              </span>
            )}
            <p className={classes.preview}>{item.message.preview}</p>
          </div>
        )}
      </div>
    </li>
  );
}
