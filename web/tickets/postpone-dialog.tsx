import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useDesk } from '../data/desk.ts';
import { useFormat, useT } from '../data/language.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { localAt, momentAt, momentOf, type PostponeChoice, postponeChoices } from './postpone-times.ts';
import type { Ticket } from './ticket-queries.ts';
import type { TicketChange } from './use-ticket-change.ts';

interface Props {
  ticket: Ticket;
  isOpen: boolean;
  onClose: () => void;
  onChange: (change: TicketChange) => void;
}

/** Asks until when a ticket is postponed, and why (D-01, LIV-12). */
export function PostponeDialog(props: Props) {
  return props.isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ ticket, onClose, onChange }: Props) {
  const t = useT();
  const format = useFormat();
  const desk = useDesk().data;
  const zone = desk?.workspace.timeZone ?? 'Europe/Paris';
  const [now] = useState(() => new Date());
  const until = ticket.postponedUntil ? new Date(ticket.postponedUntil) : null;
  const [choice, setChoice] = useState<PostponeChoice | 'own'>(until ? 'own' : 'tomorrow');
  const [own, setOwn] = useState(() => localAt(until ?? momentOf('tomorrow', now, zone), zone));
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const ownInput = useRef<HTMLInputElement>(null);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const moment = choice === 'own' ? momentAt(own, zone) : momentOf(choice, new Date(), zone);
    if (!moment || moment <= new Date()) {
      setProblem(t(moment ? 'postponing.past' : 'postponing.needs-date'));
      ownInput.current?.focus();
      return;
    }
    onChange({
      status: 'on_hold',
      postponedUntil: moment.toISOString(),
      postponedBy: desk?.me.id ?? null,
      reason: reason.trim(),
    });
    onClose();
  }

  return (
    <FormDialog
      isOpen
      title={t('postponing.title')}
      submitLabel={t('postponing.do')}
      isBusy={false}
      onSubmit={submit}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('postponing.text')}</p>
      <Radio.Group
        label={t('postponing.when')}
        value={choice}
        onChange={value => {
          setChoice(value as PostponeChoice | 'own');
          setProblem('');
        }}
      >
        <Stack gap={6} mt={6}>
          {postponeChoices.map(one => (
            <Radio
              key={one}
              value={one}
              label={t(`postponing.${one}`)}
              description={format.dateTime(momentOf(one, now, zone))}
              data-autofocus={choice === one || undefined}
            />
          ))}
          <Radio value="own" label={t('postponing.own')} data-autofocus={choice === 'own' || undefined} />
        </Stack>
      </Radio.Group>
      {choice === 'own' && (
        <TextInput
          ref={ownInput}
          type="datetime-local"
          label={t('postponing.own.at', { zone })}
          value={own}
          min={localAt(now, zone)}
          onChange={event => {
            setOwn(event.currentTarget.value);
            setProblem('');
          }}
          error={problem || undefined}
        />
      )}
      <Textarea
        label={t('postponing.reason')}
        description={t('postponing.reason.hint')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
