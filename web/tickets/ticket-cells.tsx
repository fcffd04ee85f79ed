// What stands in each column of a list's row.
import { VisuallyHidden } from '@mantine/core';
import { IconPaperclip, IconUserQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ListColumn } from '../../contract/filters.ts';
import { EscalatedPill } from '../board/escalated-pill.tsx';
import type { Desk } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { AgeChip } from '../ui/age-chip.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { PriorityMark } from '../ui/priority-mark.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { TagChip } from '../ui/tag-chip.tsx';
import { ChannelIcon } from './channel-icon.tsx';
import type { Row } from './list-pages.ts';
import classes from './ticket-row.module.css';

interface Cell {
  row: Row;
  desk: Desk | undefined;
  slug: string;
}

/** The cell of a column. */
export function TicketCell({ column, ...cell }: Cell & { column: ListColumn }) {
  const { row, desk } = cell;
  const nameOf = (list: readonly { id: string; name: string }[] | undefined, id: string | null) =>
    id ? list?.find(one => one.id === id)?.name : undefined;
  switch (column) {
    case 'customer':
      return <Customer {...cell} />;
    case 'subject':
      return <Subject {...cell} />;
    case 'tags':
      return <Tags {...cell} />;
    case 'status':
      return <Status {...cell} />;
    case 'priority':
      return (
        <span className={classes.priority}>
          <PriorityMark priority={row.priority} />
        </span>
      );
    case 'assignee':
      return <Assignee {...cell} />;
    case 'age':
      return <Waited {...cell} />;
    case 'type':
      return <Words text={nameOf(desk?.types, row.typeId)} />;
    case 'segment':
      return <Words text={nameOf(desk?.segments, row.segmentId)} />;
    case 'team':
      return <Words text={nameOf(desk?.teams, row.teamId)} />;
    case 'folder':
      return <Words text={nameOf(desk?.folders, row.folderId)} />;
    case 'organisation':
      return <Words text={row.organisationName ?? undefined} />;
    case 'channel':
      return <Channel {...cell} />;
    case 'number':
      return <Words text={`#${row.number}`} />;
    case 'received':
      return <Day at={row.receivedAt} />;
    case 'lastMessage':
      return <Day at={row.lastMessageAt} />;
  }
}

function Customer({ row }: Cell) {
  const t = useT();
  const name = row.requester.name || row.requester.email || t('tickets.nameless');
  return (
    <div className={classes.customer}>
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
    </div>
  );
}

function Subject({ row, slug }: Cell) {
  const t = useT();
  return (
    <div className={classes.what}>
      <Link
        className={classes.subject}
        to="/w/$slug/tickets/$number"
        params={{ slug, number: String(row.number) }}
        preload="intent"
        title={row.subject}
      >
        {row.subject || t('tickets.no-subject')}
      </Link>
      <span className={classes.preview}>{row.preview}</span>
    </div>
  );
}

function Status({ row }: Cell) {
  return (
    <span className={classes.status}>
      <StatusPill status={row.status} />
      <EscalatedPill level={row.escalationLevel} agentId={row.escalatedTo} />
    </span>
  );
}

function Tags({ row, desk }: Cell) {
  const tags = row.tagIds.flatMap(id => desk?.tags.find(tag => tag.id === id) ?? []);
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

function Assignee({ row, desk }: Cell) {
  const t = useT();
  const agent = row.assigneeId ? desk?.agents.find(one => one.id === row.assigneeId) : undefined;
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
function Waited({ row }: Cell) {
  return (
    <span className={classes.age}>
      {row.status === 'new' || row.status === 'open' ? (
        <AgeChip waitingSince={row.waitingSince} receivedAt={row.receivedAt} />
      ) : (
        <Day at={row.lastMessageAt} />
      )}
    </span>
  );
}

function Channel({ row }: Cell) {
  const t = useT();
  return <Words text={t(`channel.${row.channel}`)} />;
}

function Day({ at }: { at: string }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.dateTime(at)} className={classes.day}>
      {format.date(at)}
    </time>
  );
}

function Words({ text }: { text: ReactNode }) {
  return (
    <span className={classes.words} title={typeof text === 'string' ? text : undefined}>
      {text ?? <span aria-hidden>–</span>}
    </span>
  );
}
