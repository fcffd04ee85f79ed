// What happens between pressing Send and a reply on its way: questions first, then the try, then what came meanwhile.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWorkspaceSlug } from '../data/workspace.ts';
import type { Doubt } from './doubts.ts';
import type { Draft, Mode } from './draft.ts';
import type { OutgoingReply, Recipients } from './outgoing-query.ts';
import { newerIn } from './send-problem.tsx';
import { noteShownBeside } from './shown-message.ts';
import { messagesKey } from './ticket-keys.ts';
import { useDoubts } from './use-doubts.ts';
import { type Sending, type SendStatus, useSending } from './use-sending.ts';

export interface Attempt {
  status: SendStatus;
  when: Sending['when'];
  /** The ticket that has waited longest is opened afterwards. */
  isNextAfter?: boolean;
}

interface Ends {
  onSent: (attempt: Attempt, outgoing: OutgoingReply | null) => void;
  onError: (error: Error) => void;
}

/** Takes what is written, and what to do when it went out or not. */
export function useSendFlow(
  number: string,
  mode: Mode,
  written: { draft: Draft; recipients: Recipients | undefined },
  ends: Ends,
) {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const sending = useSending(number, mode);
  const doubtsAbout = useDoubts(number);
  const [asked, setAsked] = useState<{ attempt: Attempt; doubts: Doubt[] } | null>(null);
  const [stale, setStale] = useState<{ attempt: Attempt; messageIds: string[] } | null>(null);

  function go(attempt: Attempt): void {
    setAsked(null);
    sending.mutate(
      { ...written, ...attempt },
      {
        onSuccess: outcome => {
          setStale(null);
          ends.onSent(attempt, 'outgoing' in outcome ? outcome.outgoing : null);
        },
        onError: error => {
          const messageIds = newerIn(error);
          setStale(messageIds.length > 0 ? { attempt, messageIds } : null);
          if (messageIds.length > 0) void client.invalidateQueries({ queryKey: messagesKey(slug, number) });
          ends.onError(error);
        },
      },
    );
  }

  return {
    isPending: sending.isPending,
    /** What went wrong, other than that there is something newer. */
    error: sending.isError && newerIn(sending.error).length === 0 ? sending.error : null,
    doubts: asked?.doubts ?? [],
    newer: stale?.messageIds ?? [],
    start(attempt: Attempt): void {
      const doubts = mode === 'reply' ? doubtsAbout(written.draft, written.recipients) : [];
      if (doubts.length > 0) setAsked({ attempt, doubts });
      else go(attempt);
    },
    confirmDoubts: () => asked && go(asked.attempt),
    dropDoubts: () => setAsked(null),
    /** Sends although something is newer: it was shown beside the text. */
    confirmNewer(): void {
      if (!stale) return;
      noteShownBeside(slug, number, stale.messageIds.at(-1)!);
      go(stale.attempt);
    },
    dropNewer(): void {
      if (stale) noteShownBeside(slug, number, stale.messageIds.at(-1)!);
      setStale(null);
    },
  };
}
