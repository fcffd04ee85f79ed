import { Progress } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useAgent } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import classes from './import.module.css';
import { isUnderWay, type MailImport } from './imports-query.ts';
import settings from './settings.module.css';
import { SkippedMails } from './skipped-mails.tsx';

/** One import: how far it is, and a sum that adds up. */
export function ImportReport({ one }: { one: MailImport }) {
  const t = useT();
  const format = useFormat();
  const by = useAgent(one.startedBy)?.name ?? t('tickets.nameless');
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const skipped = one.skipped.reduce((sum, { count }) => sum + count, 0);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li className={classes.import} data-state={one.state}>
      <span className={settings.rowTitle}>
        {one.state === 'done' && <IconCheck size={18} stroke={1.75} className={classes.good} aria-hidden />}
        {one.state === 'failed' && (
          <IconAlertTriangle size={18} stroke={1.75} className={classes.bad} aria-hidden />
        )}
        {one.name}
      </span>
      <span className={settings.rowText}>
        {t('import.by', { name: by, time: format.dateTime(one.startedAt) })}
        {one.mailbox && ` · ${t('quarantine.to', { mailbox: one.mailbox.name })}`}
      </span>
      <div role="status">
        <p className={classes.state}>
          {one.problem ? t(`import.problem.${one.problem}`) : t(`import.state.${one.state}`)}
        </p>
      </div>
      {isUnderWay(one) && (
        <Progress value={doneShare(one) * 100} aria-label={t(`import.state.${one.state}`)} />
      )}
      <dl className={classes.sum} aria-label={t('import.report')}>
        <Line label={t('import.read')} count={one.read} />
        <Line label={t('import.tickets')} count={one.tickets} />
        <Line label={t('import.threaded')} count={one.threaded} />
        {one.waiting > 0 && <Line label={t('import.waiting')} count={one.waiting} />}
        <Line label={t('import.skipped')} count={skipped} />
      </dl>
      {skipped > 0 && (
        <>
          <ul className={classes.reasons}>
            {one.skipped.map(({ reason, count }) => (
              <li key={reason}>
                <span className={classes.count}>{format.number(count)}</span> {t(`import.reason.${reason}`)}
              </li>
            ))}
          </ul>
          <button
            type="button"
            className={classes.more}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
          >
            <Chevron size={16} stroke={1.75} aria-hidden />
            {t('import.skipped.show')}
          </button>
          {isOpen && (
            <div id={id}>
              <SkippedMails importId={one.id} />
            </div>
          )}
        </>
      )}
    </li>
  );
}

function Line({ label, count }: { label: string; count: number }) {
  const format = useFormat();
  return (
    <div>
      <dt>{label}</dt>
      <dd>{format.number(count)}</dd>
    </div>
  );
}

/** Reading is a small part of the work; the rest is counted in mails. */
function doneShare({ state, readShare, read, waiting }: MailImport): number {
  if (state === 'reading') return readShare * 0.2;
  if (state === 'closing') return 1;
  return 0.2 + 0.8 * (read === 0 ? 1 : (read - waiting) / read);
}
