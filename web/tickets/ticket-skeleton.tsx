import { Skeleton } from '@mantine/core';
import talk from '../messages/conversation.module.css';
import { ConversationSkeleton } from '../messages/conversation-skeleton.tsx';
import header from './ticket-header.module.css';
import classes from './ticket-page.module.css';

/** A ticket that is loading, in the shape of one. */
export function TicketSkeleton() {
  return (
    <div className={classes.page}>
      <div className={classes.centre}>
        <div className={header.header} aria-hidden>
          <Skeleton height={18} width="50%" mb={16} mt={6} />
          <Skeleton height={14} width={200} mb={12} />
        </div>
        <div className={talk.scroller}>
          <div className={talk.content}>
            <ConversationSkeleton />
          </div>
        </div>
        <ComposerSkeleton />
      </div>
    </div>
  );
}

/** The composer's place while its code loads. */
export function ComposerSkeleton() {
  return (
    <div className={classes.writing} aria-hidden>
      <Skeleton height="100%" />
    </div>
  );
}
