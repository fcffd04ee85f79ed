import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { messagesOf, messagesQuery } from '../messages/messages-query.ts';

const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }));

/** For a ticket of one mail that claims to answer another ticket: puts it there in one step. */
export function MoveToHinted({ number, to }: { number: string; to: string }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const mayWork = useMay('tickets.work');
  const [isOpen, setIsOpen] = useState(false);
  const pages = useInfiniteQuery(messagesQuery(slug, number)).data?.pages;
  const spoken = messagesOf(pages ?? []).filter(message => message.kind === 'public');
  const [message] = spoken;
  if (!mayWork || spoken.length !== 1 || message?.author.type !== 'contact') return null;
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setIsOpen(true)}>
        {t('tickets.hint.move', { number: to })}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <MoveDialog
            messageId={message.id}
            number={number}
            sender={message.author.email}
            canBeAlone={false}
            proposed={to}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
