// Asked for at a message, written where the composer is: a message sent on to a third party, or an answer to theirs.
import { useEffect, useRef } from 'react';
import { routes } from '../../../contract/routes/index.ts';
import { call } from '../../data/call.ts';
import { createStore } from '../../data/store.ts';
import { isEmptyDraft } from '../draft.ts';
import { saverAt } from '../drafts/places.ts';
import type { Message } from '../messages-query.ts';

const asked = createStore<{ number: string } | null>(null);

interface Place {
  slug: string;
  number: string;
}

const sideSaver = ({ slug, number }: Place) => saverAt({ slug, number, ticketId: null, mode: 'side' });

/** Begins an answer in a message's side conversation: to who wrote it, or again to whom it went. */
export function answerAside(place: Place, message: Message): void {
  const saver = sideSaver(place);
  const isTheirs = message.author.type === 'contact' && message.author.email !== null;
  const to = isTheirs ? [message.author.email!] : message.to;
  const more = {
    subject: message.side!.subject,
    to,
    cc: isTheirs ? [] : message.cc,
    fields: { sideId: message.side!.id },
  };
  saver.replace({ more });
  asked.set({ number: place.number });
}

/**
 * Puts a message and its files into the mail to a third party, below what stands there already.
 * @throws ApiError when the files could not be copied; the words are there even so
 */
export async function forwardAside(
  place: Place,
  message: Message,
  written: { subject: string; html: string },
): Promise<void> {
  const saver = sideSaver(place);
  const { draft } = saver.get();
  const isFresh = isEmptyDraft(draft);
  const more = isFresh ? { subject: written.subject, to: draft.more.to } : draft.more;
  saver.replace({ more, html: isFresh ? written.html : draft.html + written.html });
  asked.set({ number: place.number });
  const fileIds = message.files.map(file => file.id);
  if (fileIds.length === 0) return;
  const { files } = await call(routes.side.copyFiles, {
    params: { ticket: place.number },
    body: { fileIds },
  });
  saver.change(now => ({ files: [...now.files, ...files] }));
}

/** Tells when somebody asks for words to a third party in this ticket, so that they come into view. */
export function useSideRequests(number: string, onAsked: () => void): void {
  const request = asked.use();
  const latest = useRef(onAsked);
  latest.current = onAsked;
  useEffect(() => {
    if (request?.number !== number) return;
    asked.set(null);
    latest.current();
  }, [request, number]);
}
