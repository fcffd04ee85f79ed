import { ActionIcon } from '@mantine/core';
import { IconDownload, IconFileText } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import { Marked } from './marked.tsx';
import classes from './search.module.css';
import type { FileHit } from './use-search.ts';

/** One file that was found: leads to its ticket; can be downloaded from here. */
export function FileHitRow({ file }: { file: FileHit }) {
  const t = useT();
  const format = useFormat();
  const slug = useWorkspaceSlug();
  const number = String(file.ticket.number);
  return (
    <li className={classes.hit}>
      <span className={classes.paper} aria-hidden>
        <IconFileText size={18} stroke={1.5} />
      </span>
      <div className={classes.body}>
        <h3 className={classes.name}>
          <Link
            className={classes.link}
            to="/w/$slug/tickets/$number"
            params={{ slug, number }}
            preload="intent"
          >
            <Marked parts={file.nameParts} />
          </Link>
        </h3>
        {file.excerpt.length > 0 && (
          <p className={classes.excerpt}>
            <Marked parts={file.excerpt} />
          </p>
        )}
        {file.unreadable && <p className={classes.excerpt}>{t('search.unreadable')}</p>}
        <p className={classes.facts}>
          <span>{t(`search.place.${file.place}`)}</span>
          <span>{format.size(file.size)}</span>
          <span>{t('search.in-ticket', { number, subject: file.ticket.subject })}</span>
          <time dateTime={file.at} title={format.dateTime(file.at)}>
            {format.date(file.at)}
          </time>
        </p>
      </div>
      <StatusPill status={file.ticket.status} className={classes.status} />
      <ActionIcon
        component="a"
        href={file.url}
        download
        className={classes.download}
        aria-label={t('tickets.file.download', { name: file.name, size: format.size(file.size) })}
      >
        <IconDownload size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </li>
  );
}
