import { ActionIcon, Button, Popover, Progress } from '@mantine/core';
import { IconArrowBackUp, IconStack3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { ErrorState } from '../ui/error-state.tsx';
import classes from './bulk.module.css';
import { BulkFailures } from './bulk-failures.tsx';
import { type BulkChange, useBulkChanges, useStartBulk } from './bulk-queries.ts';
import { bulkText } from './bulk-text.ts';

/** Changes of many tickets that run or have run: how far they are, what failed, and taking them back. */
export function RunningWork() {
  const t = useT();
  const query = useBulkChanges();
  const [isOpen, setIsOpen] = useState(false);
  const changes = query.data ?? [];
  const running = changes.find(change => change.state === 'running');
  if (changes.length === 0 && !isOpen) return null;
  const label = running
    ? t('bulk.work.running', { done: running.done + running.failed, total: running.total })
    : t('bulk.work');
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={380} trapFocus withinPortal>
      <Popover.Target>
        {running ? (
          <Button
            className={classes.running}
            size="xs"
            variant="light"
            leftSection={<IconStack3 size={16} aria-hidden />}
            onClick={() => setIsOpen(!isOpen)}
            aria-label={label}
          >
            <span className={classes.words}>{label}</span>
            <span className={classes.short}>
              {running.done + running.failed}/{running.total}
            </span>
          </Button>
        ) : (
          <ActionIcon size={36} aria-label={label} title={label} onClick={() => setIsOpen(!isOpen)}>
            <IconStack3 size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        )}
      </Popover.Target>
      <Popover.Dropdown className={classes.works} aria-label={t('bulk.work')}>
        <h2 className={classes.title}>{t('bulk.work')}</h2>
        {query.isError && !query.data && (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.data?.length === 0 && <p className={classes.dim}>{t('bulk.work.none')}</p>}
        <ul className={classes.list}>
          {changes.map(change => (
            <Work key={change.id} change={change} />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function Work({ change }: { change: BulkChange }) {
  const t = useT();
  const format = useFormat();
  const desk = useDesk().data;
  const undo = useStartBulk();
  const gone = change.done + change.failed;
  const isRunning = change.state === 'running';
  const about = bulkText(t, desk, change.action);
  return (
    <li className={classes.work} data-state={change.state}>
      <div className={classes.line}>
        <strong className={classes.about}>{about}</strong>
        <time dateTime={change.createdAt} title={format.dateTime(change.createdAt)} className={classes.dim}>
          {format.ago(change.createdAt)}
        </time>
      </div>
      {isRunning && <Progress value={(100 * gone) / change.total} aria-label={about} my={4} animated />}
      <p className={classes.line}>
        <span role={isRunning ? 'status' : undefined} className={classes.about}>
          {isRunning
            ? t('bulk.progress', { done: gone, total: change.total })
            : t('bulk.done', { count: change.done })}
        </span>
        {change.canBeUndone && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            loading={undo.isPending}
            onClick={() => undo.mutate({ undoes: change.id })}
          >
            {t('bulk.undo')}
          </Button>
        )}
      </p>
      {change.leftOut > 0 && <p className={classes.dim}>{t('bulk.left-out', { count: change.leftOut })}</p>}
      {change.failed > 0 && <BulkFailures change={change} />}
    </li>
  );
}
