import { useT } from '../data/language.ts';
import { useOutgoing } from './outgoing-query.ts';
import classes from './sending.module.css';
import { WaitingReply } from './waiting-reply.tsx';

/** The replies of a ticket that leave later or were held back, above the text box. */
export function WaitingReplies({ number, onTakenBack }: { number: string; onTakenBack: () => void }) {
  const t = useT();
  const waiting = useOutgoing(number).filter(one => one.isScheduled || one.state === 'held');
  if (waiting.length === 0) return null;
  return (
    <ul className={classes.waiting} aria-label={t('sending.waiting')}>
      {waiting.map(reply => (
        <WaitingReply key={reply.id} reply={reply} onTakenBack={onTakenBack} />
      ))}
    </ul>
  );
}
