import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { settableStatuses } from '../../contract/fields.ts';
import { routes } from '../../contract/routes/index.ts';
import { ApiError, call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import type { Draft, Mode } from './draft.ts';
import { saverAt } from './drafts/places.ts';
import type { OutgoingReply, Recipients } from './outgoing-query.ts';
import { type Sent, showSent } from './show-sent.ts';
import { shownMessage } from './shown-message.ts';
import { showOutgoing } from './use-outgoing.ts';

export type SendStatus = (typeof settableStatuses)[number];

export interface Sending {
  draft: Draft;
  status: SendStatus;
  /** Undefined while it is not known whom the ticket proposes: the server knows. */
  recipients?: Recipients;
  /** At once, after some seconds, or at a time. */
  when: 'now' | { delaySeconds: number } | { sendAt: string };
}

export type Outcome = { sent: Sent } | { outgoing: OutgoingReply };

/**
 * Sends a reply or a note with the draft's key, so that a double click or a retry after a lost answer sends once (D-27).
 * A reply says which message its writer has seen last (LUM-23). Only success clears the draft, also when the page was
 * left meanwhile.
 */
export function useSending(number: string, mode: Mode) {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  // A try whose answer was lost is repeated as it was: its own message may be what has come meanwhile.
  const lost = useRef<{ what: string; seen: string | null }>(null);
  return useMutation({
    // Without a connection it fails at once and says so, instead of waiting in silence.
    networkMode: 'always',
    mutationFn: async ({ draft, status, recipients, when }: Sending): Promise<Outcome> => {
      const params = { ticket: number };
      const { during } = saverAt({ slug, number, mode, ticketId: null });
      const content = { html: draft.html, fileIds: draft.files.map(file => file.id) };
      const options = { idempotencyKey: draft.key };
      if (mode === 'note')
        return { sent: await during(() => call(routes.messages.note, { params, body: content }, options)) };
      const reply = { ...content, status, recipients };
      const what = JSON.stringify([draft.key, reply, when]);
      const seen = lost.current?.what === what ? lost.current.seen : shownMessage(slug, number);
      const body = { ...reply, seenMessageId: seen };
      try {
        if (when === 'now')
          return { sent: await during(() => call(routes.messages.reply, { params, body }, options)) };
        const later = { ...body, ...when };
        return {
          outgoing: await during(() => call(routes.sending.schedule, { params, body: later }, options)),
        };
      } catch (error) {
        const isRefused = error instanceof ApiError && error.status >= 400 && error.status < 500;
        lost.current = isRefused ? null : { what, seen };
        throw error;
      }
    },
    onSuccess: (outcome, { draft }) => {
      const saver = saverAt({ slug, number, mode, ticketId: null });
      if (saver.get().draft.key === draft.key) saver.clear();
      if ('sent' in outcome) showSent(client, slug, number, outcome.sent);
      else showOutgoing(client, slug, number, outcome.outgoing);
    },
  });
}
