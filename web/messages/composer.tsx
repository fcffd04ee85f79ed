import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconLock, IconPencil } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useT } from '../data/language.ts';
import classes from './composer.module.css';
import { ComposingBanner } from './composing-banner.tsx';
import type { Mode } from './draft.ts';
import { TeammatesDrafts } from './drafts/teammates-drafts.tsx';
import { SideWriting } from './side/side-writing.tsx';
import { WaitingReplies } from './waiting-replies.tsx';
import { Writing } from './writing.tsx';

export interface ComposerProps {
  number: string;
  ticketId: string;
  requester: { name: string; email: string | null };
  mode: Mode;
  onMode: (mode: Mode) => void;
  /** Closed for good: the customer cannot be answered. */
  isLocked: boolean;
  /** Raised each time a key or button asks to write: the cursor moves into the text. */
  focusRequest: number;
  /** Opens the ticket that has waited longest. */
  onNext: () => void;
}

/** Where an agent answers the customer, writes a note, or writes to a third party; always in view below the conversation (LUM-17). */
export function Composer(props: ComposerProps) {
  const t = useT();
  const { mode, onMode, requester, focusRequest } = props;
  // A telephone has room for the conversation or the text box, not for both.
  const isSmall = useMediaQuery('(max-width: 560px)', undefined, { getInitialValueInEffect: false });
  const [isUnfolded, setIsUnfolded] = useState(false);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (focusRequest > 0) setIsUnfolded(true);
  }, [focusRequest]);

  function unfold(wanted: Mode): void {
    onMode(wanted);
    setIsUnfolded(true);
    setAsked(count => count + 1);
  }

  const waiting = <WaitingReplies number={props.number} onTakenBack={() => unfold('reply')} />;
  if (isSmall && !isUnfolded) {
    return (
      <section className={classes.composer} aria-label={t('composer.title')}>
        {waiting}
        <ComposingBanner ticketId={props.ticketId} />
        <div className={classes.head}>
          {!props.isLocked && (
            <Button
              className={classes.folded}
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => unfold('reply')}
            >
              {t('composer.reply')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconLock size={16} aria-hidden />}
            onClick={() => unfold('note')}
          >
            {t('composer.note')}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section className={classes.composer} data-mode={mode} aria-label={t('composer.title')}>
      {waiting}
      <div className={classes.head}>
        <SegmentedControl
          size="xs"
          value={mode}
          onChange={value => onMode(value as Mode)}
          aria-label={t('composer.mode')}
          data={[
            { value: 'reply', label: t('composer.reply'), disabled: props.isLocked },
            { value: 'note', label: t('composer.note') },
            { value: 'side', label: t('side.mode') },
          ]}
        />
        {isSmall && (
          <ActionIcon
            className={classes.fold}
            aria-label={t('composer.close')}
            onClick={() => setIsUnfolded(false)}
          >
            <IconChevronDown size={18} />
          </ActionIcon>
        )}
        {mode !== 'reply' && (
          <p className={classes.to}>
            <IconLock size={16} aria-hidden />
            <span>{t(mode === 'side' ? 'side.seen-by' : 'composer.note.seen-by')}</span>
          </p>
        )}
      </div>
      <TeammatesDrafts number={props.number} ticketId={props.ticketId} onTaken={onMode} />
      <ComposingBanner ticketId={props.ticketId} />
      {mode === 'side' ? (
        <SideWriting
          key={props.number}
          number={props.number}
          ticketId={props.ticketId}
          focusRequest={focusRequest + asked}
        />
      ) : (
        <Writing
          key={`${props.number} ${mode}`}
          number={props.number}
          ticketId={props.ticketId}
          mode={mode}
          requester={requester}
          focusRequest={focusRequest + asked}
          onNext={props.onNext}
        />
      )}
    </section>
  );
}
