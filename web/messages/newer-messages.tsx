import { Button } from '@mantine/core';
import { IconMessageExclamation } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ConversationSkeleton } from './conversation-skeleton.tsx';
import { MessageCard } from './message-card.tsx';
import { messagesOf, messagesQuery } from './messages-query.ts';
import classes from './sending.module.css';

interface Props {
  number: string;
  messageIds: readonly string[];
  onSend: () => void;
  onClose: () => void;
}

/** What came while a reply was being written, beside it: nothing leaves before its writer has decided (LUM-23). */
export function NewerMessages({ number, messageIds, onSend, onClose }: Props) {
  const t = useT();
  const query = useInfiniteQuery(messagesQuery(useWorkspaceSlug(), number));
  const newer = messagesOf(query.data?.pages ?? []).filter(message => messageIds.includes(message.id));
  return (
    <div className={classes.newer}>
      <p className={classes.newerTitle} role="alert">
        <IconMessageExclamation size={18} aria-hidden />
        {t('sending.newer.title', { count: messageIds.length })}
      </p>
      <p>{t('sending.newer.text')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className={classes.newerList} tabIndex={0} aria-label={t('sending.newer.list')}>
        {newer.length === 0 && <ConversationSkeleton />}
        {newer.map(message => (
          <MessageCard key={message.id} message={message} />
        ))}
      </section>
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('sending.newer.back')}
        </Button>
        <Button size="xs" onClick={onSend} disabled={newer.length === 0}>
          {t('sending.newer.send')}
        </Button>
      </div>
    </div>
  );
}
