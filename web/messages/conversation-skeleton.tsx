import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useT } from '../data/language.ts';
import classes from './message.module.css';

/** A conversation that is loading: two messages in their shapes. */
export function ConversationSkeleton() {
  const t = useT();
  return (
    <>
      <VisuallyHidden role="status">{t('tickets.loading')}</VisuallyHidden>
      {(['contact', 'agent'] as const).map(kind => (
        <div key={kind} className={classes.card} data-kind={kind} aria-hidden>
          <div className={classes.head}>
            <Skeleton circle height={28} />
            <Skeleton height={10} width={140} />
          </div>
          <Skeleton height={10} width="85%" mb={10} />
          <Skeleton height={10} width="70%" mb={10} />
          <Skeleton height={10} width="40%" />
        </div>
      ))}
    </>
  );
}
