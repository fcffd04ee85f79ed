import { ActionIcon, Alert, Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useDesk } from '../data/desk.ts';
import { useLanguage, useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';
import { FormSkeleton } from '../ui/skeletons.tsx';
import classes from '../ui/tab-page.module.css';
import { showProblem } from '../ui/toast.ts';
import { moneyText, readMoney } from './money.ts';

const currencies = Intl.supportedValuesOf('currency');

/** What an hour costs, by agent and by organisation. */
export function RatesDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useT();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('time.rates')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Rates />
    </Modal>
  );
}

function Rates() {
  const t = useT();
  const language = useLanguage();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const desk = useDesk().data;
  const key = ['time-rates', slug];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(routes.timeEntries.rates, {}, { signal }),
  });
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: (id: string) => call(routes.timeEntries.removeRate, { params: { id } }),
    onError: error => showProblem(t, error),
    onSettled: () => void client.invalidateQueries({ queryKey: key }),
  });
  if (query.isPending) return <FormSkeleton lines={3} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { rates, organisations } = query.data;
  const nameOf = (rate: (typeof rates)[number]) =>
    rate.organisation?.name ??
    desk?.agents.find(agent => agent.id === rate.agentId)?.name ??
    t('tickets.nameless');
  return (
    <Stack gap="md">
      <p className={classes.soft}>{t('time.rates.text')}</p>
      {rates.length === 0 && <Alert color="gray">{t('time.rates.none')}</Alert>}
      {rates.length > 0 && (
        <ul className={classes.rows}>
          {rates.map(rate => (
            <li key={rate.id} className={classes.row} style={{ alignItems: 'center' }}>
              <div className={classes.main}>
                <span>{nameOf(rate)}</span>
                <span className={classes.soft}>
                  {t('time.per-hour', {
                    amount: moneyText(language, { minor: rate.hourly, currency: rate.currency }),
                  })}
                </span>
              </div>
              <ActionIcon
                aria-label={t('time.rates.remove', { name: nameOf(rate) })}
                onClick={() => remove.mutate(rate.id)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <RateForm organisations={organisations} queryKey={key} />
    </Stack>
  );
}

function RateForm({
  organisations,
  queryKey,
}: {
  organisations: { id: string; name: string }[];
  queryKey: string[];
}) {
  const t = useT();
  const client = useQueryClient();
  const desk = useDesk().data;
  const form = useForm({
    initialValues: { whose: '', hourly: '', currency: 'EUR' },
    validate: {
      whose: whose => (whose ? null : t('shell.field.required')),
      hourly: (typed, { currency }) => (readMoney(typed, currency) === null ? t('time.rates.wrong') : null),
    },
  });
  const errors = useFormErrors(form);
  const save = useMutation({
    networkMode: 'always',
    mutationFn: ({ whose, hourly, currency }: typeof form.values) => {
      const [kind, id = ''] = whose.split(' ');
      const owner = { agentId: kind === 'agent' ? id : null, organisationId: kind === 'agent' ? null : id };
      return call(routes.timeEntries.setRate, {
        body: { ...owner, hourly: readMoney(hourly, currency) ?? 0, currency },
      });
    },
    onSuccess: () => form.setValues({ whose: '', hourly: '' }),
    onError: errors.show,
    onSettled: () => void client.invalidateQueries({ queryKey }),
  });
  const agents = desk?.agents.filter(agent => !agent.isDisabled) ?? [];
  return (
    <form onSubmit={form.onSubmit(values => save.mutate(values))} noValidate>
      <Stack gap="sm">
        {errors.summary}
        <Select
          label={t('time.rates.whose')}
          searchable
          nothingFoundMessage={t('shell.nothing-found')}
          limit={80}
          data={[
            {
              group: t('time.rates.agents'),
              items: agents.map(agent => ({ value: `agent ${agent.id}`, label: agent.name })),
            },
            {
              group: t('time.rates.organisations'),
              items: organisations.map(one => ({ value: `organisation ${one.id}`, label: one.name })),
            },
          ]}
          {...form.getInputProps('whose')}
          onChange={value => form.setFieldValue('whose', value ?? '')}
        />
        <TextInput label={t('time.rates.hourly')} inputMode="decimal" {...form.getInputProps('hourly')} />
        <Select
          label={t('time.rates.currency')}
          searchable
          allowDeselect={false}
          limit={80}
          data={currencies}
          {...form.getInputProps('currency')}
          onChange={value => form.setFieldValue('currency', value ?? 'EUR')}
        />
        <div>
          <Button type="submit" loading={save.isPending}>
            {t('time.rates.set')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
