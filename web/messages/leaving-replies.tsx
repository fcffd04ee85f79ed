import { Button, VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp, IconClock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useAgent, useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { RichText } from '../ui/rich-text.tsx';
import { useShortcut } from '../ui/shortcut.ts';
import { FileList } from './file-list.tsx';
import message from './message.module.css';
import { type TimedReply, useOutgoing } from './outgoing-query.ts';
import { RecipientLines } from './recipient-lines.tsx';
import classes from './sending.module.css';
import { useOutgoingActions } from './use-outgoing.ts';

/** Replies that were sent and can still be undone, at the end of the conversation, for everybody who reads it. */
export function LeavingReplies({ number, onMine }: { number: string; onMine: () => void }) {
  const me = useDesk().data?.me.id;
  const leaving = useOutgoing(number).filter(one => !one.isScheduled && one.state === 'waiting');
  const mine = leaving.findLast(one => one.authorId === me)?.id;
  useEffect(() => {
    if (mine) onMine();
  }, [mine, onMine]);
  return leaving.map(one => <LeavingReply key={one.id} reply={one} isMine={one.authorId === me} />);
}

function LeavingReply({ reply, isMine }: { reply: TimedReply; isMine: boolean }) {
  const t = useT();
  const name = useAgent(reply.authorId)?.name ?? t('tickets.nameless');
  const seconds = useSecondsLeft(reply.leavesAt);
  const { withdraw } = useOutgoingActions(reply);
  useShortcut('u', () => withdraw.mutate(), t('sending.undo'), { isEnabled: isMine });
  return (
    <article className={classes.leaving} aria-label={t('sending.leaving', { name })} data-outgoing={reply.id}>
      <header className={message.head}>
        <PersonAvatar name={name} size={28} />
        <div className={message.author}>
          <span className={message.name}>{name}</span>
        </div>
        <span className={`${message.time} ${classes.countdown}`} aria-hidden>
          <IconClock size={14} aria-hidden />
          {seconds > 0 ? t('sending.leaves', { count: seconds }) : t('sending.leaves.now')}
        </span>
        {isMine && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate()}
          >
            {t('sending.undo')}
          </Button>
        )}
      </header>
      <RecipientLines {...reply} />
      <RichText html={reply.html} />
      <FileList files={reply.files.filter(file => !file.isInline)} />
      {isMine && <Announced seconds={seconds} />}
    </article>
  );
}

/** Said once: a screen reader that counted down would say nothing else. */
function Announced({ seconds }: { seconds: number }) {
  const t = useT();
  const [first] = useState(seconds);
  return <VisuallyHidden role="status">{t('sending.leaves.announced', { count: first })}</VisuallyHidden>;
}

function useSecondsLeft(leavesAt: number): number {
  const left = () => Math.max(0, Math.ceil((leavesAt - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.max(0, Math.ceil((leavesAt - Date.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, [leavesAt]);
  return seconds;
}
