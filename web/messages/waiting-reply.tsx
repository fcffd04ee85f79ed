import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCalendarClock } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useAgent, useDesk } from '../data/desk.ts';
import { useLanguage, useT } from '../data/language.ts';
import { RichText } from '../ui/rich-text.tsx';
import { FileList } from './file-list.tsx';
import type { OutgoingReply } from './outgoing-query.ts';
import { RecipientLines } from './recipient-lines.tsx';
import { SendLaterDialog } from './send-later-dialog.tsx';
import { timeInZone } from './send-later-times.ts';
import classes from './sending.module.css';
import { useOutgoingActions } from './use-outgoing.ts';

interface Props {
  reply: OutgoingReply;
  /** Which ticket it belongs to, away from its page. What is newer there cannot be seen, so nothing is sent anyway. */
  children?: ReactNode;
  /** After it came back into the text box of its ticket. */
  onTakenBack?: () => void;
}

/** A reply that leaves later, or was held back: when or why, what it says, and what can be done. */
export function WaitingReply({ reply, children, onTakenBack }: Props) {
  const t = useT();
  const language = useLanguage();
  const desk = useDesk().data;
  const name = useAgent(reply.authorId)?.name ?? t('tickets.nameless');
  const { withdraw, sendNow, reschedule } = useOutgoingActions(reply);
  const [isChoosing, setIsChoosing] = useState(false);
  const isHeld = reply.state === 'held';
  const isMine = reply.authorId === desk?.me.id;
  const zone = desk?.workspace.timeZone ?? 'UTC';
  const isBusy = withdraw.isPending || sendNow.isPending || reschedule.isPending;
  const label = t(isHeld ? 'sending.held.label' : 'sending.scheduled.label', { name });
  const Icon = isHeld ? IconAlertTriangle : IconCalendarClock;

  return (
    <li className={classes.reply} data-state={reply.state} data-outgoing={reply.id}>
      {children}
      <div className={classes.replyHead} role={isHeld ? 'status' : undefined}>
        <Icon size={16} aria-hidden />
        <span className={classes.who}>{label}</span>
        <span>
          {isHeld
            ? t(`sending.held.${reply.reason}`)
            : t('sending.scheduled.at', { time: timeInZone(reply.sendAt, zone, language) })}
        </span>
        <span>{t(`sending.becomes.${reply.status}`)}</span>
      </div>
      <details>
        <summary>{t('sending.show-text')}</summary>
        <RecipientLines {...reply} />
        <RichText html={reply.html} />
        <FileList files={reply.files.filter(file => !file.isInline)} />
      </details>
      <div className={classes.buttons}>
        {(isMine || isHeld) && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={isBusy}
            onClick={() => withdraw.mutate(undefined, { onSuccess: onTakenBack })}
          >
            {t('sending.take-back')}
          </Button>
        )}
        {isMine && !(isHeld && children) && (
          <>
            <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => setIsChoosing(true)}>
              {t('sending.change-time')}
            </Button>
            <Button size="compact-sm" disabled={isBusy} onClick={() => sendNow.mutate()}>
              {t(isHeld ? 'sending.send-anyway' : 'sending.send-now')}
            </Button>
          </>
        )}
      </div>
      <SendLaterDialog
        isOpen={isChoosing}
        onClose={() => setIsChoosing(false)}
        onChoose={sendAt => {
          setIsChoosing(false);
          reschedule.mutate(sendAt);
        }}
      />
    </li>
  );
}
