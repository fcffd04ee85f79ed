import { ActionIcon, Button } from '@mantine/core';
import {
  IconClock,
  IconPencil,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { momentOfDay } from '../data/day.ts';
import { useDesk } from '../data/desk.ts';
import { useFormat, useLanguage, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ticketKey } from '../messages/ticket-keys.ts';
import type { TabProps } from '../tickets/ticket-tabs.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import classes from '../ui/tab-page.module.css';
import { TabPage } from '../ui/tab-page.tsx';
import { durationText } from './durations.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { moneyText } from './money.ts';
import { type TimeEntry, timeQuery, timerQuery, useTimer } from './time-queries.ts';
import { Clock } from './timer-chip.tsx';

/** The time spent on the ticket: the clock, what was noted, and what it comes to (ZOH-16). */
export function TimeTab({ number }: TabProps) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const query = useQuery(timeQuery(slug, number));
  const [edited, setEdited] = useState<TimeEntry | 'new' | null>(null);
  const [doomed, setDoomed] = useState<TimeEntry | null>(null);
  if (query.isPending) return <ListSkeleton rows={5} height={56} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { entries } = query.data;
  return (
    <TabPage label={t('tickets.tab.time')}>
      <div className={classes.head}>
        <TimerButton number={number} />
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {t('time.add')}
        </Button>
      </div>
      {entries.length === 0 ? (
        <EmptyState icon={IconClock} title={t('time.none')} text={t('time.none.text')} />
      ) : (
        <>
          <Totals {...query.data} />
          <ul className={classes.rows}>
            {entries.map(entry => (
              <Entry key={entry.id} entry={entry} onEdit={setEdited} onRemove={setDoomed} />
            ))}
          </ul>
        </>
      )}
      <EntryDialog
        key={edited === 'new' ? 'new' : edited?.id}
        number={number}
        entry={edited}
        onClose={() => setEdited(null)}
      />
      <Removal number={number} entry={doomed} onClose={() => setDoomed(null)} />
    </TabPage>
  );
}

function TimerButton({ number }: { number: string }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const timer = useQuery(timerQuery(slug)).data?.timer;
  const { start, stop } = useTimer();
  const isHere = String(timer?.ticketNumber) === number;
  if (isHere && timer)
    return (
      <Button
        color="red"
        variant="light"
        leftSection={<IconPlayerStop size={16} aria-hidden />}
        loading={stop.isPending}
        aria-label={t('time.timer.stop')}
        onClick={() => stop.mutate()}
      >
        <Clock since={timer.startedAt} />
      </Button>
    );
  return (
    <Button
      leftSection={<IconPlayerPlay size={16} aria-hidden />}
      loading={start.isPending}
      onClick={() => start.mutate(number)}
    >
      {t('time.timer.start')}
    </Button>
  );
}

interface Sums {
  billableMinutes: number;
  otherMinutes: number;
  amounts: { minor: number; currency: string }[];
}

function Totals({ billableMinutes, otherMinutes, amounts }: Sums) {
  const t = useT();
  const language = useLanguage();
  const shown = [
    ['time.total', durationText(billableMinutes + otherMinutes)],
    ['time.billable', durationText(billableMinutes)],
    ['time.not-billable', durationText(otherMinutes)],
    ['time.amount', amounts.map(amount => moneyText(language, amount)).join(' + ')],
  ] as const;
  return (
    <dl className={classes.facts}>
      {shown.map(
        ([key, value]) =>
          value && (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

interface EntryProps {
  entry: TimeEntry;
  onEdit: (entry: TimeEntry) => void;
  onRemove: (entry: TimeEntry) => void;
}

function Entry({ entry, onEdit, onRemove }: EntryProps) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const desk = useDesk().data;
  const name = desk?.agents.find(agent => agent.id === entry.agentId)?.name ?? t('tickets.nameless');
  const facts = { minutes: durationText(entry.minutes), day: format.date(momentOfDay(entry.day)) };
  return (
    <li className={classes.row}>
      <PersonAvatar name={name} size={24} />
      <div className={classes.main}>
        <span className={classes.name}>
          {facts.minutes}
          {entry.amount && <span>{moneyText(language, entry.amount)}</span>}
        </span>
        {entry.note && <span style={{ whiteSpace: 'pre-wrap' }}>{entry.note}</span>}
        <p className={classes.soft}>
          {name} · {facts.day} · {t(entry.isBillable ? 'time.billable' : 'time.not-billable')}
        </p>
      </div>
      {entry.agentId === desk?.me.id && (
        <div className={classes.end}>
          <ActionIcon aria-label={t('time.edit-one', facts)} onClick={() => onEdit(entry)}>
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t('time.remove-one', facts)} onClick={() => onRemove(entry)}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </li>
  );
}

function Removal({
  number,
  entry,
  onClose,
}: {
  number: string;
  entry: TimeEntry | null;
  onClose: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: (id: string) => call(routes.timeEntries.remove, { params: { id } }),
    onSuccess: onClose,
    onSettled: () => void client.invalidateQueries({ queryKey: ticketKey(slug, number) }),
  });
  const facts = entry && { minutes: durationText(entry.minutes), day: format.date(momentOfDay(entry.day)) };
  return (
    <ConfirmDialog
      isOpen={entry !== null}
      title={t('time.remove.title')}
      text={t('time.remove.text', facts ?? {})}
      confirmLabel={t('time.remove')}
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={() => entry && remove.mutate(entry.id)}
      onClose={onClose}
    />
  );
}
