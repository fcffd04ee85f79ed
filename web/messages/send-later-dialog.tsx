import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDesk } from '../data/desk.ts';
import { useLanguage, useT } from '../data/language.ts';
import { laterChoices, momentTyped, timeInZone, typedOf } from './send-later-times.ts';
import classes from './sending.module.css';

interface Props {
  isOpen: boolean;
  onChoose: (sendAt: string) => void;
  onClose: () => void;
}

/** When a reply is to leave, in the workspace's time zone: one of three moments, or date and time. */
export function SendLaterDialog({ isOpen, onChoose, onClose }: Props) {
  const t = useT();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('sending.later.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Choices onChoose={onChoose} />
    </Modal>
  );
}

function Choices({ onChoose }: Pick<Props, 'onChoose'>) {
  const t = useT();
  const language = useLanguage();
  const zone = useDesk().data?.workspace.timeZone ?? 'UTC';
  const [now] = useState(() => new Date());
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const choices = laterChoices(now, zone);

  function submit(event: FormEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const at = momentTyped(typed, zone);
    if (!at) setProblem('sending.later.missing');
    else if (at <= new Date()) setProblem('errors.send-at-past');
    else onChoose(at.toISOString());
  }

  return (
    <Stack gap="sm">
      {(['hour', 'tomorrow', 'monday'] as const).map(name => (
        <Button
          key={name}
          variant="default"
          justify="space-between"
          rightSection={<span className={classes.hint}>{timeInZone(choices[name], zone, language)}</span>}
          onClick={() => onChoose(choices[name].toISOString())}
        >
          {t(`sending.later.${name}`)}
        </Button>
      ))}
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            type="datetime-local"
            label={t('sending.later.own')}
            description={t('sending.later.zone', { zone })}
            min={typedOf(now, zone)}
            value={typed}
            onChange={event => {
              setTyped(event.currentTarget.value);
              setProblem('');
            }}
            error={problem && t(problem)}
          />
          <p className={classes.hint}>{t('sending.later.held-note')}</p>
          <div className={classes.buttons}>
            <Button type="submit">{t('sending.later.schedule')}</Button>
          </div>
        </Stack>
      </form>
    </Stack>
  );
}
