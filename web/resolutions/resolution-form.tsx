import { Alert, Button, Checkbox } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../data/api-error.ts';
import { useKeptText } from '../data/kept-text.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import type { Ticket } from '../tickets/ticket-queries.ts';
import { errorText } from '../ui/error-text.ts';
import classes from '../ui/tab-page.module.css';
import { showDone } from '../ui/toast.ts';
import { ResolutionField } from './resolution-field.tsx';
import type { Resolution } from './resolution-query.ts';
import { useSaveResolution } from './use-save-resolution.ts';

interface Props {
  ticket: Ticket;
  number: string;
  resolution: Resolution['resolution'];
  /** Called when it is saved, or left where there is a text to go back to. */
  onClose: () => void;
}

/** Where unsaved words of a ticket's resolution are kept. */
export const resolutionPlace = (slug: string, number: string) => `resolution.${slug}/${number}`;

/** Writing down how the ticket was solved; the box at the bottom left tells the contact (ZOH-08). */
export function ResolutionForm({ ticket, number, resolution, onClose }: Props) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const [text, setText, forget] = useKeptText(resolutionPlace(slug, number), resolution?.text ?? '');
  const [tellsContact, setTellsContact] = useState(false);
  const [version] = useState(resolution?.version ?? 0);
  const [isMissing, setIsMissing] = useState(false);
  const save = useSaveResolution(number);
  const { name, email } = ticket.requester;
  // Somebody else's text has arrived since this one was begun.
  const other = resolution && resolution.version !== version ? resolution : null;
  const isConflict = save.error instanceof ApiError && save.error.code === 'conflict';

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsMissing(!text.trim());
    if (!text.trim()) return;
    save.mutate(
      { text: text.trim(), version: resolution?.version ?? version, tellsContact },
      {
        onSuccess: () => {
          forget();
          showDone(t, t(tellsContact ? 'resolution.saved.told' : 'resolution.saved'));
          onClose();
        },
      },
    );
  }

  return (
    <form className={classes.card} onSubmit={submit} noValidate>
      {other && (
        <Alert color="yellow" title={t('resolution.conflict')} role="alert">
          <p className={classes.soft}>{t('resolution.conflict.text')}</p>
          <p className={classes.words}>{other.text}</p>
        </Alert>
      )}
      {save.isError && !isConflict && (
        <Alert color="red" role="alert">
          {errorText(t, save.error)}
        </Alert>
      )}
      <ResolutionField value={text} onChange={setText} error={isMissing && t('shell.field.required')} />
      <div className={classes.foot}>
        <Checkbox
          label={email ? t('resolution.tell', { name: name || email }) : t('resolution.tell.nobody')}
          description={t('resolution.tell.hint')}
          checked={tellsContact}
          disabled={!email}
          onChange={event => setTellsContact(event.currentTarget.checked)}
        />
        <div className={classes.buttons}>
          {resolution && (
            <Button
              variant="default"
              onClick={() => {
                forget();
                onClose();
              }}
            >
              {t('resolution.cancel')}
            </Button>
          )}
          <Button type="submit" loading={save.isPending}>
            {t('resolution.save')}
          </Button>
        </div>
      </div>
    </form>
  );
}
