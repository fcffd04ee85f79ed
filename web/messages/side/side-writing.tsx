import { Button, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useEffect, useId, useRef, useState } from 'react';
import { useT } from '../../data/language.ts';
import { useWorkspaceSlug } from '../../data/workspace.ts';
import { isApple } from '../../ui/shortcut-keys.ts';
import { AddressField } from '../address-field.tsx';
import composerClasses from '../composer.module.css';
import { isEmptyDraft } from '../draft.ts';
import { DraftNotices } from '../drafts/draft-notices.tsx';
import { draftState } from '../drafts/draft-state.ts';
import { useComposing } from '../drafts/use-composing.ts';
import { takeFocus } from '../editor/take-focus.ts';
import { RichField } from '../rich-field.tsx';
import { isReused, SendProblem } from '../send-problem.tsx';
import sendingClasses from '../sending.module.css';
import { useDraft } from '../use-draft.ts';
import { useUploads } from '../use-uploads.ts';
import { sideIdOf } from './side-id.ts';
import { useSideSend } from './use-side-send.ts';

interface Props {
  number: string;
  ticketId: string;
  focusRequest: number;
}

/** The mail to a third party: to whom, about what, the text, its files, Send. */
export function SideWriting({ number, ticketId, focusRequest }: Props) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const kept = useDraft({ slug, number, ticketId, mode: 'side' });
  const { draft, change } = kept;
  const uploads = useUploads(draft.files.reduce((sum, file) => sum + file.size, 0));
  const editor = useRef<Editor | null>(null);
  const subjectId = useId();
  const [isTried, setIsTried] = useState(false);
  const sending = useSideSend(number, kept, () => {
    setIsTried(false);
    editor.current?.commands.clearContent();
  });
  useComposing(ticketId, 'note', kept);
  useEffect(() => {
    if (focusRequest > 0 && editor.current) takeFocus(editor.current, 'start');
  }, [focusRequest]);

  const { to = [], cc = [], subject = '' } = draft.more;
  const isEmpty = isEmptyDraft(draft);
  const goesOn = sideIdOf(draft) !== undefined;
  const wrong = {
    to: to.length === 0 ? t('side.nobody') : undefined,
    subject: subject.trim() === '' ? t('side.subject.missing') : undefined,
  };
  const put = (more: Partial<typeof draft.more>) => change(now => ({ more: { ...now.more, ...more } }));

  function send(): void {
    setIsTried(true);
    if (isEmpty || wrong.to || wrong.subject || uploads.isBusy || sending.isPending) return;
    sending.mutate(draft, { onError: error => isReused(error) && kept.renewKey() });
  }

  return (
    <div className={sendingClasses.recipients}>
      {sending.error && <SendProblem error={sending.error} />}
      <DraftNotices kept={kept} />
      <div className={sendingClasses.fields}>
        <AddressField
          label={t('sending.to')}
          value={to}
          error={isTried ? wrong.to : undefined}
          onChange={addresses => put({ to: addresses, cc: cc.filter(one => !addresses.includes(one)) })}
        />
        <AddressField
          label={t('sending.cc')}
          value={cc}
          onChange={addresses => put({ cc: addresses, to: to.filter(one => !addresses.includes(one)) })}
        />
        {!goesOn && (
          <>
            <label htmlFor={subjectId}>{t('side.subject')}</label>
            <TextInput
              id={subjectId}
              size="xs"
              value={subject}
              maxLength={300}
              error={isTried ? wrong.subject : undefined}
              onChange={event => put({ subject: event.currentTarget.value })}
            />
          </>
        )}
      </div>
      {goesOn && (
        <div className={sendingClasses.line}>
          <span>{t('side.goes-on', { subject })}</span>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => put({ fields: { ...draft.more.fields, sideId: undefined } })}
          >
            {t('side.begin-new')}
          </Button>
        </div>
      )}
      <RichField
        written={{ mode: 'side', number }}
        kept={kept}
        uploads={uploads}
        label={t('side.label')}
        placeholder={t('side.placeholder')}
        onSubmit={send}
        onReady={ready => {
          editor.current = ready;
          if (focusRequest > 0) takeFocus(ready, 'start');
        }}
        isDisabled={sending.isPending}
        maxHeight="min(28vh, 360px)"
      >
        <div className={composerClasses.foot}>
          <span className={composerClasses.state} role="status">
            {state()}
          </span>
          {!isEmpty && (
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
          <Button
            leftSection={<IconSend size={16} aria-hidden />}
            loading={sending.isPending}
            disabled={uploads.isBusy}
            title={t('composer.send.keys', { keys: isApple() ? '⌘ ↵' : t('composer.send.ctrl') })}
            onClick={send}
          >
            {t('side.send')}
          </Button>
        </div>
      </RichField>
    </div>
  );

  function state(): string {
    if (uploads.isBusy) return t('composer.wait-for-files');
    if (!isEmpty) return draftState(t, kept);
    return isTried ? t('errors.empty-message') : '';
  }
}
