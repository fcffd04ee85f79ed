import { Checkbox, Group, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type ReminderChannel, reminderLeads } from '../../contract/routes/activities.ts';
import { useT } from '../data/language.ts';

interface Values {
  reminder: ReminderChannel[];
  minutesBefore: string;
}

interface Props<V extends Values> {
  form: UseFormReturnType<V>;
  /** The activity lies ahead, at an exact time (ZOH-13, ZOH-14). */
  isPossible: boolean;
  canSendSms: boolean;
}

/** How and when to be reminded. What cannot be chosen stays in sight, with the reason (D-24). */
export function ReminderFields<V extends Values>({ form, isPossible, canSendSms }: Props<V>) {
  const t = useT();
  const leads = reminderLeads.map(minutes => ({
    value: String(minutes),
    label: t(`activity.lead.${minutes}`),
  }));
  return (
    <>
      <Checkbox.Group
        label={t('activity.reminder')}
        description={isPossible ? undefined : t('activity.reminder.none')}
        {...form.getInputProps('reminder')}
      >
        <Group gap="md" mt={4} align="flex-start">
          <Checkbox value="popup" label={t('activity.reminder.popup')} disabled={!isPossible} />
          <Checkbox value="mail" label={t('activity.reminder.mail')} disabled={!isPossible} />
          <Checkbox
            value="sms"
            label={t('activity.reminder.sms')}
            description={canSendSms ? undefined : t('activity.reminder.sms.none')}
            disabled={!isPossible || !canSendSms}
          />
        </Group>
      </Checkbox.Group>
      {isPossible && form.values.reminder.length > 0 && (
        <Select
          label={t('activity.reminder.lead')}
          allowDeselect={false}
          data={leads}
          {...form.getInputProps('minutesBefore')}
        />
      )}
    </>
  );
}
