import { Alert, Button, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconMail } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../data/api-error.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { errorText } from '../ui/error-text.ts';
import classes from './composer.module.css';
import { draftKey, isEmptyDraft, type Mode } from './draft.ts';
import { RichField } from './rich-field.tsx';
import { SendButton } from './send-button.tsx';
import { useDraft } from './use-draft.ts';
import { type SendStatus, useSending } from './use-sending.ts';
import { useUploads } from './use-uploads.ts';

export interface ComposerProps {
  number: string;
  requester: { name: string; email: string | null };
  mode: Mode;
  onMode: (mode: Mode) => void;
  /** Raised each time a key or button asks to write: the cursor moves into the text. */
  focusRequest: number;
}

/** Where an agent answers the customer or writes a note; always in view below the conversation (LUM-17). */
export function Composer(props: ComposerProps) {
  const t = useT();
  const { mode, onMode, requester } = props;
  return (
    <section className={classes.composer} data-mode={mode} aria-label={t('composer.title')}>
      <div className={classes.head}>
        <SegmentedControl
          size="xs"
          value={mode}
          onChange={value => onMode(value === 'note' ? 'note' : 'reply')}
          aria-label={t('composer.mode')}
          data={[
            { value: 'reply', label: t('composer.reply') },
            { value: 'note', label: t('composer.note') },
          ]}
        />
        <p className={classes.to}>
          {mode === 'note' ? <IconLock size={16} aria-hidden /> : <IconMail size={16} aria-hidden />}
          <span>{mode === 'note' ? t('composer.note.seen-by') : recipient()}</span>
        </p>
      </div>
      <Writing key={`${props.number} ${mode}`} {...props} />
    </section>
  );

  function recipient(): string {
    if (!requester.email) return t('composer.to.nowhere');
    return requester.name
      ? t('composer.to', { name: requester.name, email: requester.email })
      : t('composer.to.address', { email: requester.email });
  }
}

function Writing({ number, mode, focusRequest }: ComposerProps) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const kept = useDraft(draftKey(slug, number, mode));
  const { draft } = kept;
  const uploads = useUploads(draft.files.reduce((sum, file) => sum + file.size, 0));
  const sending = useSending(number, mode);
  const editor = useRef<Editor | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const isReady = !isEmptyDraft(draft) && !uploads.isBusy && !sending.isPending;
  const wasSent = sending.error instanceof ApiError && sending.error.code === 'key-reused';

  useEffect(() => {
    if (focusRequest > 0) editor.current?.commands.focus('end');
  }, [focusRequest]);

  function send(status: SendStatus): void {
    if (!isReady) return setIsAsked(true);
    setIsAsked(false);
    sending.mutate(
      { draft, status },
      {
        onSuccess: () => {
          kept.clear();
          editor.current?.commands.clearContent();
        },
        onError: error => {
          // The first try did arrive, with other words: what stands here now is another message.
          if (error instanceof ApiError && error.code === 'key-reused') kept.renewKey();
        },
      },
    );
  }

  return (
    <>
      {sending.isError && (
        <Alert
          color="red"
          icon={<IconAlertTriangle size={18} aria-hidden />}
          role="alert"
          className={classes.problem}
          title={wasSent ? t('composer.sent-before') : t('composer.not-sent')}
        >
          {wasSent ? t('composer.sent-before.text') : `${errorText(t, sending.error)} ${t('composer.kept')}`}
        </Alert>
      )}
      <RichField
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
        maxHeight="min(36vh, 420px)"
      />
      <div className={classes.foot}>
        <span className={classes.state} role="status">
          {state()}
        </span>
        {!isEmptyDraft(draft) && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            disabled={sending.isPending}
            onClick={() => {
              kept.clear();
              editor.current?.commands.clearContent();
            }}
          >
            {t('composer.discard')}
          </Button>
        )}
        <SendButton mode={mode} isSending={sending.isPending} isDisabled={uploads.isBusy} onSend={send} />
      </div>
    </>
  );

  function state(): string {
    if (uploads.isBusy) return t('composer.wait-for-files');
    if (isEmptyDraft(draft)) return isAsked ? t('errors.empty-message') : '';
    return t(kept.isKept ? 'composer.saved' : 'composer.not-kept');
  }
}
