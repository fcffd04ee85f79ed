// A reply that was taken back goes where it came from: into the open text box, or to where that will look for it.
import { type Draft, emptyDraft, isEmptyDraft, readDraft, saveDraft } from './draft.ts';
import type { OutgoingReply } from './outgoing-query.ts';

const textBoxes = new Map<string, (draft: Draft) => void>();

/** The text box of a draft's place is open and takes what comes back. Gives the function that ends this. */
export function receiveReturned(place: string, take: (draft: Draft) => void): () => void {
  textBoxes.set(place, take);
  return () => {
    if (textBoxes.get(place) === take) textBoxes.delete(place);
  };
}

/** Brings a reply back. What was typed meanwhile stays, below it. */
export function returnDraft(place: string, reply: OutgoingReply): void {
  const take = textBoxes.get(place);
  if (take) take(draftOf(reply));
  else saveDraft(localStorage, place, withReturned(readDraft(localStorage, place), draftOf(reply)));
}

/** A draft with one that came back put before it. */
export function withReturned(now: Draft, returned: Draft): Draft {
  if (isEmptyDraft(now)) return returned;
  return { ...returned, html: `${returned.html}${now.html}`, files: [...returned.files, ...now.files] };
}

function draftOf({ html, files, to, cc, bcc }: OutgoingReply): Draft {
  const attached = files.filter(file => !file.isInline);
  return {
    // A new key: what is sent now is another message.
    ...emptyDraft(),
    html,
    to,
    cc,
    bcc,
    files: attached.map(({ id, name, type, size, url }) => ({ id, name, type, size, url })),
    uploadedAt: files.length > 0 ? Date.now() : null,
  };
}
