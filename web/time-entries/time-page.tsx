import { Alert, Button, Select, Table, TextInput } from '@mantine/core';
import { IconCoin, IconDownload, IconReportMoney } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { type ReportGroup, reportGroups } from '../../contract/routes/time-entries.ts';
import { call } from '../data/call.ts';
import { dayOf, today } from '../data/day.ts';
import { useDesk, useMay } from '../data/desk.ts';
import { useFormat, useLanguage, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { showProblem } from '../ui/toast.ts';
import { durationText } from './durations.ts';
import { moneyText } from './money.ts';
import { RatesDialog } from './rates-dialog.tsx';
import classes from './time-page.module.css';

const firstOfMonth = () => dayOf(new Date(new Date().getFullYear(), new Date().getMonth(), 1));

/** Time of a period by agent, organisation or ticket, for those who lead; and the table for invoices (ZOH-16). */
export function TimePage() {
  const t = useT();
  const desk = useDesk().data;
  const may = useMay('time.report');
  usePageTitle(t('time.page'));
  if (!desk) return <ListSkeleton rows={6} height={48} />;
  if (!may)
    return (
      <EmptyState title={t('settings.administrators-only')} text={t('settings.administrators-only-text')} />
    );
  return <Report />;
}

function Report() {
  const t = useT();
  const slug = useWorkspaceSlug();
  const desk = useDesk().data;
  const [from, setFrom] = useState(firstOfMonth);
  const [until, setUntil] = useState(today);
  const [agentId, setAgentId] = useState<string | null>(null);
  const [by, setBy] = useState<ReportGroup>('agent');
  const [isRatesOpen, setIsRatesOpen] = useState(false);
  const isBackwards = from > until;
  const period = { from, until, ...(agentId && { agentId }) };
  const query = useQuery({
    queryKey: ['time-report', slug, period, by],
    queryFn: ({ signal }) => call(routes.timeEntries.report, { query: { ...period, by } }, { signal }),
    enabled: !isBackwards && from !== '' && until !== '',
    placeholderData: keepPreviousData,
  });
  const download = useMutation({
    networkMode: 'always',
    mutationFn: () => call(routes.timeEntries.export, { query: period }),
    onSuccess: ({ name, csv }) => save(name, csv),
    onError: error => showProblem(t, error),
  });
  return (
    <div className={classes.page}>
      <div className={classes.filters}>
        <TextInput
          type="date"
          label={t('time.from')}
          value={from}
          onChange={event => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('time.until')}
          value={until}
          error={isBackwards && t('time.period.wrong')}
          onChange={event => setUntil(event.currentTarget.value)}
        />
        <Select
          label={t('time.csv.agent')}
          placeholder={t('time.all-agents')}
          data={desk?.agents.map(agent => ({ value: agent.id, label: agent.name })) ?? []}
          value={agentId}
          clearable
          searchable
          nothingFoundMessage={t('shell.nothing-found')}
          onChange={setAgentId}
        />
        <Select
          label={t('time.by')}
          data={reportGroups.map(group => ({ value: group, label: t(`time.by.${group}`) }))}
          value={by}
          allowDeselect={false}
          onChange={value => setBy(reportGroups.find(group => group === value) ?? 'agent')}
        />
        <div className={classes.buttons}>
          <Button
            variant="default"
            leftSection={<IconCoin size={16} aria-hidden />}
            onClick={() => setIsRatesOpen(true)}
          >
            {t('time.rates')}
          </Button>
          <Button
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={download.isPending}
            disabled={isBackwards || !query.data?.lines.length}
            onClick={() => download.mutate()}
          >
            {t('time.export')}
          </Button>
        </div>
      </div>
      {query.isPending && !isBackwards && <ListSkeleton rows={6} height={44} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.isCut && <Alert color="yellow">{t('time.cut')}</Alert>}
      {query.data && <Lines lines={query.data.lines} by={by} />}
      <RatesDialog isOpen={isRatesOpen} onClose={() => setIsRatesOpen(false)} />
    </div>
  );
}

type Line = {
  key: string;
  label: string;
  ticketNumber: number | null;
  entries: number;
  billableMinutes: number;
  otherMinutes: number;
  amounts: { minor: number; currency: string }[];
};

function Lines({ lines, by }: { lines: Line[]; by: ReportGroup }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const format = useFormat();
  const language = useLanguage();
  if (lines.length === 0)
    return <EmptyState icon={IconReportMoney} title={t('time.page.none')} text={t('time.page.none.text')} />;
  const nameOf = (line: Line) =>
    line.label || t(by === 'organisation' ? 'time.no-organisation' : 'tickets.no-subject');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className={classes.table} tabIndex={0} aria-label={t('time.page')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t(`time.by.${by}`)}</Table.Th>
            <Table.Th scope="col">{t('time.entries')}</Table.Th>
            <Table.Th scope="col">{t('time.billable')}</Table.Th>
            <Table.Th scope="col">{t('time.not-billable')}</Table.Th>
            <Table.Th scope="col">{t('time.amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(line => (
            <Table.Tr key={line.key}>
              <Table.Th scope="row" className={classes.name}>
                {line.ticketNumber === null ? (
                  nameOf(line)
                ) : (
                  <Link
                    to="/w/$slug/tickets/$number/$tab"
                    params={{ slug, number: String(line.ticketNumber), tab: 'time' }}
                  >
                    #{line.ticketNumber} {nameOf(line)}
                  </Link>
                )}
              </Table.Th>
              <Table.Td>{format.number(line.entries)}</Table.Td>
              <Table.Td>{durationText(line.billableMinutes)}</Table.Td>
              <Table.Td>{durationText(line.otherMinutes)}</Table.Td>
              <Table.Td>
                {line.amounts.map(amount => moneyText(language, amount)).join(' + ') || '–'}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
