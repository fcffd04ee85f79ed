import { VisuallyHidden } from '@mantine/core';
import { IconPaperclip, IconUserQuestion } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { Desk } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { AgeChip } from '../ui/age-chip.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { PriorityMark } from '../ui/priority-mark.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { TagChip } from '../ui/tag-chip.tsx';
import { ChannelIcon } from './channel-icon.tsx';
import type { Row } from './list-pages.ts';
import { prefetchTicket } from './ticket-queries.ts';
import classes from './ticket-row.module.css';

interface Props {
  row: Row;
  desk: Desk | undefined;
  isCurrent: boolean;
  onCurrent: (id: string) => void;
}

/** One ticket in a list: who, what, where it stands, who has it, how long it has waited. */
export const TicketRow = memo(function TicketRow({ row, desk, isCurrent, onCurrent }: Props) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const name = row.requester.name || row.requester.email || t('tickets.nameless');
  const number = String(row.number);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only warms the cache; the link inside does the work
    <div
      className={classes.row}
      data-row={row.id}
      data-unread={row.isUnread}
      data-current={isCurrent}
      onPointerEnter={() => prefetchTicket(client, slug, number)}
      onFocus={() => onCurrent(row.id)}
    >
      <span className={classes.dot}>
        {row.isUnread && <VisuallyHidden>{t('tickets.unread')}</VisuallyHidden>}
      </span>
      <PersonAvatar name={name} size={32} />
      <div className={classes.who}>
        <span className={classes.name}>{name}</span>
        <span className={classes.origin}>
          <ChannelIcon channel={row.channel} />
          <span>#{row.number}</span>
          {row.hasFiles && (
            <span title={t('tickets.has-files')} className={classes.clip}>
              <IconPaperclip size={14} stroke={1.75} aria-hidden />
              <VisuallyHidden>{t('tickets.has-files')}</VisuallyHidden>
            </span>
          )}
        </span>
      </div>
      <div className={classes.what}>
        <Link
          className={classes.subject}
          to="/w/$slug/tickets/$number"
          params={{ slug, number }}
          preload="intent"
          title={row.subject}
        >
          {row.subject || t('tickets.no-subject')}
        </Link>
        <span className={classes.preview}>{row.preview}</span>
      </div>
      <Tags ids={row.tagIds} desk={desk} />
      <span className={classes.status}>
        <StatusPill status={row.status} />
      </span>
      <span className={classes.priority}>
        <PriorityMark priority={row.priority} />
      </span>
      <Assignee id={row.assigneeId} desk={desk} />
      <Waited row={row} />
    </div>
  );
});

function Tags({ ids, desk }: { ids: string[]; desk: Desk | undefined }) {
  const tags = ids.flatMap(id => desk?.tags.find(tag => tag.id === id) ?? []);
  const shown = tags.slice(0, 2);
  const rest = tags.slice(2);
  return (
    <span className={classes.tags}>
      {shown.map(tag => (
        <TagChip key={tag.id} name={tag.name} colour={tag.colour} />
      ))}
      {rest.length > 0 && (
        <span className={classes.rest} title={rest.map(tag => tag.name).join(', ')}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}

function Assignee({ id, desk }: { id: string | null; desk: Desk | undefined }) {
  const t = useT();
  const agent = id ? desk?.agents.find(one => one.id === id) : undefined;
  const label = agent ? t('tickets.assigned-to', { name: agent.name }) : t('tickets.assigned-to-nobody');
  return (
    <span className={classes.assignee}>
      {agent ? (
        <PersonAvatar name={agent.name} size={24} label={label} />
      ) : (
        <span title={label} className={classes.nobody}>
          <IconUserQuestion size={18} stroke={1.5} aria-hidden />
          <VisuallyHidden>{label}</VisuallyHidden>
        </span>
      )}
    </span>
  );
}

/** The age while the customer waits, else the day of the last message. */
function Waited({ row }: { row: Row }) {
  const format = useFormat();
  return (
    <span className={classes.age}>
      {row.waitingSince ? (
        <AgeChip since={row.waitingSince} />
      ) : (
        <time dateTime={row.lastMessageAt} title={format.dateTime(row.lastMessageAt)} className={classes.day}>
          {format.date(row.lastMessageAt)}
        </time>
      )}
    </span>
  );
}
