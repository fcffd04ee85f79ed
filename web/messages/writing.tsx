import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../data/api-error.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { errorText } from '../ui/error-text.ts';
import classes from './composer.module.css';
import { type Draft, isEmptyDraft, type Mode } from './draft.ts';
import { DraftMenu } from './drafts/draft-menu.tsx';
import { DraftNotices } from './drafts/draft-notices.tsx';
import { draftState } from './drafts/draft-state.ts';
import { useComposing } from './drafts/use-composing.ts';
import { RichField } from './rich-field.tsx';
import { SendButton } from './send-button.tsx';
import { useDraft } from './use-draft.ts';
import { type SendStatus, useSending } from './use-sending.ts';
import { useUploads } from './use-uploads.ts';

interface Props {
  number: string;
  ticketId: string;
  mode: Mode;
  focusRequest: number;
}

/** The text box of one ticket and mode with its draft, files and Send; remounted for another (its draft differs). */
export function Writing({ number, ticketId, mode, focusRequest }: Props) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const kept = useDraft({ slug, number, ticketId, mode });
  const { draft } = kept;
  const uploads = useUploads(draft.files.reduce((sum, file) => sum + file.size, 0));
  const sending = useSending(number, mode);
  const editor = useRef<Editor | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const [discarded, setDiscarded] = useState<Draft | null>(null);
  const isEmpty = isEmptyDraft(draft);
  useComposing(ticketId, mode, kept);

  useEffect(() => {
    if (focusRequest > 0) editor.current?.commands.focus('end');
  }, [focusRequest]);

  function send(status: SendStatus): void {
    setIsAsked(isEmpty);
    if (isEmpty || uploads.isBusy || sending.isPending) return;
    sending.mutate({ draft, status }, { onSuccess: empty, onError: renewWhereSent });
  }

  function empty(): void {
    kept.clear();
    editor.current?.commands.clearContent();
  }

  /** The first try did arrive, with other words: what stands here now is another message. */
  function renewWhereSent(error: Error): void {
    if (isReused(error)) kept.renewKey();
  }

  function discard(): void {
    setDiscarded(draft);
    empty();
  }

  function undo(): void {
    if (!discarded) return;
    kept.restore(discarded);
    editor.current?.commands.setContent(discarded.html, { emitUpdate: false });
    setDiscarded(null);
  }

  return (
    <>
      {sending.isError && <Problem error={sending.error} />}
      <DraftNotices kept={kept} />
      <RichField
        written={{ mode, number }}
        kept={kept}
        uploads={uploads}
        label={t(mode === 'note' ? 'composer.note.label' : 'composer.reply.label')}
        placeholder={t(mode === 'note' ? 'composer.note.placeholder' : 'composer.reply.placeholder')}
        onSubmit={() => send('pending')}
        onReady={ready => {
          editor.current = ready;
          if (focusRequest > 0) ready.commands.focus('end');
        }}
        isDisabled={sending.isPending}
        maxHeight="min(34vh, 420px)"
      >
        <div className={classes.foot}>
          <span className={classes.state} role="status">
            {state()}
          </span>
          <DraftMenu kept={kept} ticketId={ticketId} isDisabled={sending.isPending} />
          {!isEmpty && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              disabled={sending.isPending}
              onClick={discard}
            >
              {t('composer.discard')}
            </Button>
          )}
          {isEmpty && discarded && (
            <Button size="compact-sm" variant="default" onClick={undo}>
              {t('composer.undo')}
            </Button>
          )}
          <SendButton mode={mode} isSending={sending.isPending} isDisabled={uploads.isBusy} onSend={send} />
        </div>
      </RichField>
    </>
  );

  function state(): string {
    if (uploads.isBusy) return t('composer.wait-for-files');
    if (!isEmpty) return draftState(t, kept);
    if (discarded) return t('composer.discarded');
    return isAsked ? t('errors.empty-message') : '';
  }
}

function isReused(error: Error): boolean {
  return error instanceof ApiError && error.code === 'key-reused';
}

/** Why nothing was sent, and that nothing is lost. */
function Problem({ error }: { error: Error }) {
  const t = useT();
  const wasSent = isReused(error);
  // These say by themselves that nothing is lost.
  const saysSo = error instanceof ApiError && ['network', 'unavailable'].includes(error.code);
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      role="alert"
      className={classes.problem}
      title={t(wasSent ? 'composer.sent-before' : 'composer.not-sent')}
    >
      {wasSent
        ? t('composer.sent-before.text')
        : `${errorText(t, error)}${saysSo ? '' : ` ${t('composer.kept')}`}`}
    </Alert>
  );
}
