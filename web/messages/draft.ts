import type { z } from 'zod';
import type { DraftContent, draft as serversDraft } from '../../contract/routes/drafts.ts';
import type { file } from '../../contract/routes/messages.ts';
import { myId } from '../data/me.ts';

export type AttachedFile = Pick<z.infer<typeof file>, 'id' | 'name' | 'type' | 'size' | 'url'>;
/** What is sent as a reply or written as a note; words to a third party ('side') have a text box of their own. */
export type Mode = 'reply' | 'note' | 'side';
export type ServersDraft = z.infer<typeof serversDraft>;
/** What a draft holds besides its text and files: recipients, a subject, the fields of a form. */
export type DraftMore = Omit<DraftContent, 'html' | 'fileIds' | 'key'>;

/** What an agent has written and not sent yet. */
export interface Draft {
  html: string;
  files: AttachedFile[];
  /** Sent as Idempotency-Key: one draft goes out once, however often Send is pressed (D-27). */
  key: string;
  /** Milliseconds since 1970. */
  savedAt: number;
  more: DraftMore;
  /** The draft on the server that this goes on from; null where there is none. */
  server: { id: string; version: number } | null;
  /** Whether the server has it as it is here. */
  isSaved: boolean;
  /** The tab that wrote it. */
  tab: string;
}

export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Where the draft of one ticket and mode, or of a new ticket, lies; each agent at this browser has their own. */
export function draftKey(workspace: string, ticket: string, mode: Mode | 'new'): string {
  return `guichet.draft.${workspace}.${myId()}.${ticket}.${mode}`;
}

/** A fresh draft with nothing in it. Takes the time in milliseconds. */
export function emptyDraft(now = Date.now()): Draft {
  const nothing = { html: '', files: [], more: {}, server: null, isSaved: true, tab: '' };
  return { ...nothing, key: crypto.randomUUID(), savedAt: now };
}

/** The saved draft, or an empty one; what cannot be read counts as nothing saved. */
export function readDraft(shelf: Shelf, key: string): Draft {
  try {
    const saved: unknown = JSON.parse(shelf.getItem(key) ?? 'null');
    return isDraft(saved) ? saved : emptyDraft();
  } catch {
    return emptyDraft();
  }
}

/**
 * Saves a draft at once, or clears its place when it is empty and the server need not be told so any more. Says false
 * when the browser refuses to keep it.
 */
export function saveDraft(shelf: Shelf, key: string, draft: Draft): boolean {
  try {
    if (isEmptyDraft(draft) && (draft.isSaved || !draft.server)) shelf.removeItem(key);
    else shelf.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Whether nothing was written and nothing attached. */
export function isEmptyDraft(draft: Pick<Draft, 'html' | 'files'>): boolean {
  return draft.files.length === 0 && isEmptyHtml(draft.html);
}

/** Whether the rich text shows nothing: no word and no image. */
export function isEmptyHtml(html: string): boolean {
  return (
    !/<img\b/i.test(html) &&
    html
      .replace(/<[^<>]*>/g, '')
      .replace(/&nbsp;/g, ' ')
      .trim() === ''
  );
}

/** A draft as the server is told it. */
export function contentOf(draft: Draft): DraftContent {
  return { ...draft.more, html: draft.html, fileIds: draft.files.map(file => file.id), key: draft.key };
}

/** A draft of the server as it is kept here. */
export function fromServer(server: ServersDraft, now = Date.now()): Draft {
  const { html, fileIds: _ids, key, ...more } = server.content;
  return {
    html,
    files: server.files,
    key: key ?? crypto.randomUUID(),
    savedAt: now,
    more,
    server: { id: server.id, version: server.version },
    isSaved: true,
    tab: server.tab,
  };
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Record<string, unknown>;
  return (
    typeof draft.html === 'string' &&
    typeof draft.key === 'string' &&
    typeof draft.more === 'object' &&
    Array.isArray(draft.files)
  );
}
