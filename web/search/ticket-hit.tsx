import { IconFile, IconLock, IconMessage } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { prefetchTicket } from '../tickets/ticket-queries.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { Marked } from './marked.tsx';
import classes from './search.module.css';
import type { TicketHit } from './use-search.ts';

const icons = { message: IconMessage, note: IconLock, file: IconFile };

/** One ticket that was found: which, where it stands, and where in it the words are. */
export function TicketHitRow({ hit }: { hit: TicketHit }) {
  const t = useT();
  const format = useFormat();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const number = String(hit.number);
  const name = hit.requester.name || hit.requester.email || t('tickets.nameless');
  const Icon = hit.place === 'ticket' ? null : icons[hit.place];
  return (
    <li className={classes.hit} data-hit={number} onPointerEnter={() => prefetchTicket(client, slug, number)}>
      <PersonAvatar name={name} size={32} />
      <div className={classes.body}>
        <h3 className={classes.name}>
          <Link
            className={classes.link}
            to="/w/$slug/tickets/$number"
            params={{ slug, number }}
            preload="intent"
          >
            {hit.subject ? <Marked parts={hit.subjectParts} /> : t('tickets.no-subject')}{' '}
            <span className={classes.quiet}>#{number}</span>
          </Link>
        </h3>
        {hit.excerpt.length > 0 && (
          <p className={classes.excerpt}>
            <Marked parts={hit.excerpt} />
          </p>
        )}
        <p className={classes.facts}>
          {Icon && (
            <span className={classes.place}>
              <Icon size={14} stroke={1.75} aria-hidden />
              {t(`search.place.${hit.place}`, { name: hit.source })}
            </span>
          )}
          <span>{name}</span>
          <time dateTime={hit.lastMessageAt} title={format.dateTime(hit.lastMessageAt)}>
            {format.date(hit.lastMessageAt)}
          </time>
        </p>
      </div>
      <StatusPill status={hit.status} className={classes.status} />
    </li>
  );
}
