// A reply that was taken back goes where it came from: into the draft of its ticket, whether its text box is open or not.
import { type Draft, emptyDraft, isEmptyDraft } from './draft.ts';
import { saverAt } from './drafts/places.ts';
import type { OutgoingReply } from './outgoing-query.ts';

/** Brings a reply back. What was typed meanwhile stays, below it. */
export function returnDraft(slug: string, number: string, reply: OutgoingReply): void {
  const saver = saverAt({ slug, number, ticketId: null, mode: 'reply' });
  saver.replace(withReturned(saver.get().draft, draftOf(reply)));
}

type Written = Pick<Draft, 'html' | 'files' | 'more' | 'key'>;

/** A draft with one that came back put before it. */
export function withReturned(now: Draft, returned: Written): Written {
  if (isEmptyDraft(now)) return returned;
  return { ...returned, html: `${returned.html}${now.html}`, files: [...returned.files, ...now.files] };
}

function draftOf({ html, files, to, cc, bcc }: OutgoingReply): Written {
  const attached = files.filter(file => !file.isInline);
  return {
    html,
    more: { to, cc, bcc },
    files: attached.map(({ id, name, type, size, url }) => ({ id, name, type, size, url })),
    // A new key: what is sent now is another message.
    key: emptyDraft().key,
  };
}
