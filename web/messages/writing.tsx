import { Button } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import classes from './composer.module.css';
import { DoubtsDialog } from './doubts-dialog.tsx';
import { type Draft, isEmptyDraft, type Mode } from './draft.ts';
import { DraftMenu } from './drafts/draft-menu.tsx';
import { DraftNotices } from './drafts/draft-notices.tsx';
import { draftState } from './drafts/draft-state.ts';
import { useComposing } from './drafts/use-composing.ts';
import { takeFocus } from './editor/take-focus.ts';
import { NewerMessages } from './newer-messages.tsx';
import { useRecipientChoices } from './outgoing-query.ts';
import { recipientsOf } from './recipient-list.ts';
import { RecipientsLine } from './recipients-line.tsx';
import { RichField } from './rich-field.tsx';
import { SendButton } from './send-button.tsx';
import { SendLaterDialog } from './send-later-dialog.tsx';
import { isReused, SendProblem } from './send-problem.tsx';
import sendingClasses from './sending.module.css';
import { useUndoSeconds } from './undo-seconds.ts';
import { useDraft } from './use-draft.ts';
import { type Attempt, useSendFlow } from './use-send-flow.ts';
import { useSentToast } from './use-sent-toast.tsx';
import { useUploads } from './use-uploads.ts';

interface Props {
  number: string;
  ticketId: string;
  mode: Exclude<Mode, 'side'>;
  requester: { name: string; email: string | null };
  focusRequest: number;
  /** Opens the ticket that has waited longest. */
  onNext: () => void;
}

/** The text box of one ticket and mode with its draft, files and Send; remounted for another (its draft differs). */
export function Writing({ number, ticketId, mode, requester, focusRequest, onNext }: Props) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const kept = useDraft({ slug, number, ticketId, mode });
  const { draft } = kept;
  const uploads = useUploads(draft.files.reduce((sum, file) => sum + file.size, 0));
  const choices = useRecipientChoices(number);
  const recipients = recipientsOf(draft, choices);
  const undoSeconds = useUndoSeconds();
  const sayLeaving = useSentToast();
  const editor = useRef<Editor | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const [isLater, setIsLater] = useState(false);
  const [discarded, setDiscarded] = useState<Draft | null>(null);
  const isEmpty = isEmptyDraft(draft);
  useComposing(ticketId, mode, kept);
  const hasNobody = mode === 'reply' && recipients?.to.length === 0;
  const flow = useSendFlow(
    number,
    mode,
    { draft, recipients },
    {
      onSent(attempt, outgoing) {
        empty();
        if (!attempt.isNextAfter) return;
        if (outgoing) sayLeaving(outgoing);
        onNext();
      },
      // What stands here now is another message.
      onError: error => isReused(error) && kept.renewKey(),
    },
  );

  useEffect(() => {
    if (focusRequest > 0 && editor.current) takeFocus(editor.current, 'end');
  }, [focusRequest]);

  /** Shows a draft that was thrown away. */
  function put(given: Draft): void {
    kept.restore(given);
    editor.current?.commands.setContent(given.html, { emitUpdate: false });
    editor.current?.commands.focus('end');
    setDiscarded(null);
  }

  function send(attempt: Attempt): void {
    setIsAsked(isEmpty);
    if (isEmpty || hasNobody || uploads.isBusy || flow.isPending) return;
    flow.start(attempt);
  }

  const soon = undoSeconds > 0 ? { delaySeconds: undoSeconds } : 'now';

  function onKeyDown(event: KeyboardEvent): void {
    // Dialogs that stand elsewhere on the page are told here too.
    if (!event.currentTarget.contains(event.target as Node)) return;
    if (event.key !== 'Enter' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    send({ status: mode === 'note' ? 'open' : 'resolved', when: soon });
  }

  function empty(): void {
    kept.clear();
    editor.current?.commands.clearContent();
  }

  function discard(): void {
    setDiscarded(draft);
    empty();
  }

  return (
    <div className={sendingClasses.recipients} onKeyDownCapture={onKeyDown}>
      {flow.error && <SendProblem error={flow.error} />}
      <DraftNotices kept={kept} />
      {mode === 'reply' && recipients && (
        <RecipientsLine
          value={recipients}
          requester={requester}
          suggested={choices?.suggested ?? []}
          onChange={recipients => kept.change(now => ({ more: { ...now.more, ...recipients } }))}
        />
      )}
      <div className={sendingClasses.beside}>
        {flow.newer.length > 0 && (
          <NewerMessages
            number={number}
            messageIds={flow.newer}
            onSend={flow.confirmNewer}
            onClose={flow.dropNewer}
          />
        )}
        <RichField
          written={{ mode, number }}
          kept={kept}
          uploads={uploads}
          label={t(mode === 'note' ? 'composer.note.label' : 'composer.reply.label')}
          placeholder={t(mode === 'note' ? 'composer.note.placeholder' : 'composer.reply.placeholder')}
          onSubmit={() => send({ status: 'pending', when: soon })}
          onReady={ready => {
            editor.current = ready;
            if (focusRequest > 0) takeFocus(ready, 'end');
          }}
          isDisabled={flow.isPending}
          maxHeight="min(34vh, 420px)"
        >
          <div className={classes.foot}>
            <span className={classes.state} role="status">
              {state()}
            </span>
            <DraftMenu kept={kept} ticketId={ticketId} isDisabled={flow.isPending} />
            {!isEmpty && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                disabled={flow.isPending}
                onClick={discard}
              >
                {t('composer.discard')}
              </Button>
            )}
            {isEmpty && discarded && (
              <Button size="compact-sm" variant="default" onClick={() => put(discarded)}>
                {t('composer.undo')}
              </Button>
            )}
            <SendButton
              mode={mode}
              isSending={flow.isPending}
              isDisabled={uploads.isBusy || hasNobody}
              onSend={status => send({ status, when: soon })}
              onSendAndNext={() => send({ status: 'pending', when: soon, isNextAfter: true })}
              onLater={() => (isEmpty ? setIsAsked(true) : setIsLater(true))}
            />
          </div>
        </RichField>
      </div>
      <DoubtsDialog doubts={flow.doubts} onSend={flow.confirmDoubts} onClose={flow.dropDoubts} />
      <SendLaterDialog
        isOpen={isLater}
        onClose={() => setIsLater(false)}
        onChoose={sendAt => {
          setIsLater(false);
          send({ status: 'pending', when: { sendAt } });
        }}
      />
    </div>
  );

  function state(): string {
    if (uploads.isBusy) return t('composer.wait-for-files');
    if (!isEmpty) return draftState(t, kept);
    if (discarded) return t('composer.discarded');
    return isAsked ? t('errors.empty-message') : '';
  }
}
