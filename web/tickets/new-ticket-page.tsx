import { Alert, Button, Switch, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { type FormEvent, useRef, useState } from 'react';
import { fieldsOf } from '../data/api-error.ts';
import { useT } from '../data/language.ts';
import { isEmptyDraft } from '../messages/draft.ts';
import { DraftMenu } from '../messages/drafts/draft-menu.tsx';
import { DraftNotices } from '../messages/drafts/draft-notices.tsx';
import { draftState } from '../messages/drafts/draft-state.ts';
import { RichField } from '../messages/rich-field.tsx';
import { useUploads } from '../messages/use-uploads.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { errorText, fieldErrorText } from '../ui/error-text.ts';
import { ContactField } from './contact-field.tsx';
import classes from './new-ticket.module.css';
import { NewTicketFiling } from './new-ticket-filing.tsx';
import { type Problem, problemsOf } from './new-ticket-form.ts';
import { useNewTicket } from './use-new-ticket.ts';

/** Where an agent opens a ticket to a customer, or on behalf of one (LUM-28 to LUM-32). */
export function NewTicketPage() {
  const t = useT();
  usePageTitle(t('tickets.new'));
  const { fields, change, kept, opening, discard } = useNewTicket();
  const uploads = useUploads(kept.draft.files.reduce((sum, file) => sum + file.size, 0));
  const [wasTried, setWasTried] = useState(false);
  const to = useRef<HTMLInputElement>(null);
  const subject = useRef<HTMLInputElement>(null);
  const editor = useRef<Editor | null>(null);
  const problems = problemsOf(fields, kept.draft);
  const refused = fieldsOf(opening.error);

  function wrong(problem: Problem, path: string): string | undefined {
    const code = refused[path];
    if (code) return fieldErrorText(t, code);
    return wasTried && problems.includes(problem) ? t(`tickets.new.needs.${problem}`) : undefined;
  }

  function submit(event?: FormEvent): void {
    event?.preventDefault();
    if (opening.isPending || uploads.isBusy) return;
    setWasTried(true);
    const first = problems[0];
    if (first === undefined) opening.mutate();
    else if (first === 'text') editor.current?.commands.focus();
    else (first === 'to' ? to : subject).current?.focus();
  }

  const needsText = wrong('text', 'html');
  return (
    <form className={classes.page} onSubmit={submit} noValidate aria-label={t('tickets.new')}>
      <div className={classes.main}>
        <div className={classes.pair}>
          <ContactField
            inputRef={to}
            value={fields.to}
            onChange={value => change({ to: value })}
            onPick={({ email, name }) => change({ to: email, name: name || fields.name })}
            error={wrong('to', 'requester.email')}
          />
          <TextInput
            label={t('tickets.new.name')}
            description={t('tickets.new.name.hint')}
            autoComplete="off"
            maxLength={120}
            value={fields.name}
            onChange={event => change({ name: event.currentTarget.value })}
          />
        </div>
        <TextInput
          ref={subject}
          label={t('tickets.new.subject')}
          required
          maxLength={300}
          value={fields.subject}
          onChange={event => change({ subject: event.currentTarget.value })}
          error={wrong('subject', 'subject')}
        />
        <Switch
          label={t('tickets.new.sends')}
          description={t(fields.sendsMail ? 'tickets.new.sends.yes' : 'tickets.new.sends.no')}
          checked={fields.sendsMail}
          onChange={event => change({ sendsMail: event.currentTarget.checked })}
        />
        <div>
          <span className={classes.label} aria-hidden>
            {t('tickets.new.text')}
          </span>
          <DraftNotices kept={kept} />
          <RichField
            written={{ mode: 'new', requesterName: fields.name, subject: fields.subject }}
            kept={kept}
            uploads={uploads}
            label={t('tickets.new.text')}
            placeholder={t(fields.sendsMail ? 'tickets.new.text.to-customer' : 'tickets.new.text.record')}
            onSubmit={submit}
            onReady={ready => {
              editor.current = ready;
            }}
            isDisabled={opening.isPending}
            minHeight={180}
            maxHeight="60vh"
          />
          {needsText && (
            <p className={classes.error} role="alert">
              {needsText}
            </p>
          )}
        </div>
        {opening.isError && (
          <Alert color="red" icon={<IconAlertTriangle size={18} aria-hidden />} role="alert">
            {errorText(t, opening.error)} {t('composer.kept')}
          </Alert>
        )}
        <div className={classes.foot}>
          <span className={classes.state} role="status">
            {uploads.isBusy ? t('composer.wait-for-files') : !isEmptyDraft(kept.draft) && draftState(t, kept)}
          </span>
          <DraftMenu kept={kept} isDisabled={opening.isPending} />
          <Button
            variant="subtle"
            color="gray"
            disabled={opening.isPending}
            onClick={() => {
              discard();
              setWasTried(false);
              editor.current?.commands.clearContent();
            }}
          >
            {t('composer.discard')}
          </Button>
          <Button type="submit" loading={opening.isPending} disabled={uploads.isBusy}>
            {t(fields.sendsMail ? 'tickets.new.open-and-send' : 'tickets.new.open')}
          </Button>
        </div>
      </div>
      <NewTicketFiling fields={fields} onChange={change} />
    </form>
  );
}
