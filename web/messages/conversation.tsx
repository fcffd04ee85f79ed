import { Button, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { Asides } from './asides.tsx';
import classes from './conversation.module.css';
import { ConversationSkeleton } from './conversation-skeleton.tsx';
import { LeavingReplies } from './leaving-replies.tsx';
import { MessageCard } from './message-card.tsx';
import { type Message, messagesOf, messagesQuery } from './messages-query.ts';
import { noteShown } from './shown-message.ts';
import { openingMessage, timeline } from './timeline.ts';
import { useJump } from './use-jump.ts';
import { useOpenedAt } from './use-opened-at.ts';

/** Something done to the ticket, shown small between the messages. */
export interface Aside {
  id: string;
  at: string;
  content: ReactNode;
}

interface Props {
  number: string;
  asides: Aside[];
  /** Whether the ticket was unread when its page was opened. */
  isUnread: boolean;
}

/** The conversation of a ticket, oldest first, opened at the first message nobody has answered. */
export function Conversation({ number, asides, isUnread }: Props) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const query = useInfiniteQuery({
    ...messagesQuery(slug, number),
    // Being sent and being put off are no events, so nobody tells when they change.
    refetchInterval: ({ state }) => (isUnderWay(messagesOf(state.data?.pages ?? [])) ? 4000 : false),
  });
  const pages = query.data?.pages;
  const messages = useMemo(() => messagesOf(pages ?? []), [pages]);
  const entries = useMemo(
    () => timeline(messages, asides, query.hasNextPage),
    [messages, asides, query.hasNextPage],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const opening = openingMessage(messages, isUnread)?.id;
  const [openedAt, setOpenedAt] = useState<string>();
  if (openedAt === undefined && opening !== undefined) setOpenedAt(opening);
  const jumpId = useJump(query, messages);
  const { isAtEnd, goToEnd } = useOpenedAt(scroller, content, jumpId.known ?? openedAt, jumpId.wanted);
  const last = messages.at(-1);
  const seen = useSeen(last, isAtEnd);
  useEffect(() => {
    if (seen) noteShown(slug, number, messages, seen);
  }, [slug, number, messages, seen]);
  const me = useDesk().data?.me.id;
  const lastId = last?.id;
  const isMine = last?.author.type === 'agent' && last.author.id === me;
  const known = useRef(lastId);
  useEffect(() => {
    // What I have just sent comes into view.
    if (known.current !== undefined && lastId !== known.current && isMine) goToEnd();
    known.current = lastId;
  }, [lastId, isMine, goToEnd]);

  return (
    <section
      ref={scroller}
      className={classes.scroller}
      aria-label={t('tickets.conversation')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
    >
      <div ref={content} className={classes.content}>
        {query.hasNextPage && (
          <Button
            className={classes.earlier}
            size="xs"
            variant="default"
            leftSection={<IconArrowUp size={14} aria-hidden />}
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('tickets.message.earlier')}
          </Button>
        )}
        {query.isPending && <ConversationSkeleton />}
        {query.isError && messages.length === 0 && (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
        {entries.map(entry =>
          'message' in entry ? (
            <MessageCard
              key={entry.message.id}
              message={entry.message}
              isLinked={entry.message.id === jumpId.known}
            />
          ) : (
            <Asides key={entry.asides[0]?.id} asides={entry.asides} />
          ),
        )}
        <LeavingReplies number={number} onMine={goToEnd} />
        <VisuallyHidden aria-live="polite">
          {last && last.id !== openedAt ? t('tickets.message.newest', { name: last.author.name }) : ''}
        </VisuallyHidden>
      </div>
      {last && last.id !== seen && (
        <Button
          className={classes.newest}
          size="xs"
          leftSection={<IconArrowDown size={14} aria-hidden />}
          onClick={goToEnd}
        >
          {t('tickets.message.newest', { name: last.author.name || last.author.email || '' })}
        </Button>
      )}
    </section>
  );
}

function isUnderWay(messages: readonly Message[]): boolean {
  return messages.some(message =>
    message.deliveries.some(delivery => ['queued', 'sending', 'deferred'].includes(delivery.state)),
  );
}

/** The id of the newest message that has been in sight; the first one counts as seen, the page opens by it. */
function useSeen(last: Message | undefined, isAtEnd: boolean): string | undefined {
  const [seen, setSeen] = useState(last?.id);
  if (last && seen !== last.id && (isAtEnd || seen === undefined)) {
    setSeen(last.id);
    return last.id;
  }
  return seen;
}
