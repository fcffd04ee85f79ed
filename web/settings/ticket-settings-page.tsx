import { Button, Group, NumberInput, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ageBases, maxAgeMinutes } from '../../contract/fields.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { useFormErrors } from '../ui/form-errors.tsx';
import { showDone } from '../ui/toast.ts';
import { hoursAndMinutes, minutesOf } from './hours.ts';
import { Section } from './section.tsx';
import classes from './settings.module.css';

/** When waiting tickets turn yellow and red: Settings > Ticket > Ticket settings (CHP-13). */
export function TicketSettingsPage() {
  const t = useT();
  const desk = useDesk().data;
  usePageTitle(t('settings.ticket.title'));
  return desk ? <AgeingForm ageing={desk.ticketSettings.ageing} /> : null;
}

function AgeingForm({ ageing }: { ageing: Desk['ticketSettings']['ageing'] }) {
  const t = useT();
  const form = useForm({
    initialValues: {
      basis: ageing.basis,
      yellow: hoursAndMinutes(ageing.yellowMinutes),
      red: hoursAndMinutes(ageing.redMinutes),
    },
    validate: {
      yellow: value => (isAllowed(minutesOf(value)) ? null : t('settings.ticket.range')),
      red: (value, { yellow }) =>
        !isAllowed(minutesOf(value))
          ? t('settings.ticket.range')
          : minutesOf(value) > minutesOf(yellow)
            ? null
            : t('settings.ticket.red-after-yellow'),
    },
  });
  const errors = useFormErrors(form);
  const save = useDeskChange({
    send: ({ basis, yellow, red }: typeof form.values) =>
      call(routes.workspaces.editTicketSettings, {
        body: { ageing: { basis, yellowMinutes: minutesOf(yellow), redMinutes: minutesOf(red) } },
      }),
    onDone: (_saved, values) => {
      form.resetDirty(values);
      showDone(t, t('settings.saved'));
    },
    onError: errors.show,
    // Lists by age follow.
    invalidates: ['tickets'],
  });
  const duration = (name: 'yellow' | 'red') => (
    <fieldset className={classes.duration}>
      <legend>{t(`settings.ticket.${name}`)}</legend>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        {(['hours', 'minutes'] as const).map(unit => (
          <NumberInput
            key={unit}
            w={120}
            aria-label={`${t(`settings.ticket.${name}`)}, ${t(`settings.ticket.${unit}`)}`}
            suffix={t(`settings.ticket.${unit}.suffix`)}
            min={0}
            max={unit === 'hours' ? maxAgeMinutes / 60 : 59}
            allowDecimal={false}
            error={Boolean(form.errors[name])}
            value={form.values[name][unit]}
            onChange={value => form.setFieldValue(name, { ...form.values[name], [unit]: Number(value) || 0 })}
          />
        ))}
      </Group>
      {form.errors[name] && (
        <p className={classes.fieldError} role="alert">
          {form.errors[name]}
        </p>
      )}
    </fieldset>
  );
  return (
    <Section title={t('settings.ticket.ageing')} text={t('settings.ticket.ageing-text')}>
      <form className={classes.form} onSubmit={form.onSubmit(values => save.mutate(values))} noValidate>
        {errors.summary}
        {duration('yellow')}
        {duration('red')}
        <Radio.Group label={t('settings.ticket.basis')} {...form.getInputProps('basis')}>
          <Stack gap="xs" mt={6}>
            {ageBases.map(value => (
              <Radio
                key={value}
                value={value}
                label={t(`settings.ticket.basis.${value}`)}
                description={t(`settings.ticket.basis.${value}.text`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <div>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t('settings.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

const isAllowed = (minutes: number) => minutes >= 1 && minutes <= maxAgeMinutes;
