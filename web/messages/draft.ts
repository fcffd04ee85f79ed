import type { z } from 'zod';
import type { file } from '../../contract/routes/messages.ts';

export type AttachedFile = Pick<z.infer<typeof file>, 'id' | 'name' | 'type' | 'size' | 'url'>;
export type Mode = 'reply' | 'note';

/** What an agent has written and not sent yet. */
export interface Draft {
  html: string;
  files: AttachedFile[];
  /** Who it goes to, once that was chosen; left out, it goes to whom the ticket proposes. */
  to?: string[];
  cc?: string[];
  bcc?: string[];
  /** When the first file or image went up, in milliseconds since 1970; null while there is none. */
  uploadedAt: number | null;
  /** Sent as Idempotency-Key: one draft goes out once, however often Send is pressed (D-27). */
  key: string;
  /** Milliseconds since 1970. */
  savedAt: number;
}

export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Where the draft of one ticket and mode, or of a new ticket, lies. */
export function draftKey(workspace: string, ticket: string, mode: Mode | 'new'): string {
  return `guichet.draft.${workspace}.${ticket}.${mode}`;
}

/** A fresh draft with nothing in it. Takes the time in milliseconds. */
export function emptyDraft(now = Date.now()): Draft {
  return { html: '', files: [], uploadedAt: null, key: crypto.randomUUID(), savedAt: now };
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

/** Saves a draft at once, or clears its place when it is empty. Says false when the browser refuses to keep it. */
export function saveDraft(shelf: Shelf, key: string, draft: Draft): boolean {
  try {
    if (isEmptyDraft(draft)) shelf.removeItem(key);
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

/** An hour less than the day for which the server keeps uploads that nobody has sent. */
const uploadsLastMilliseconds = 23 * 3600 * 1000;

/** Takes files and images out of a draft whose uploads the server has forgotten. Says whether there were any. */
export function withoutExpired(draft: Draft, now: number): { draft: Draft; hasExpired: boolean } {
  if (draft.uploadedAt === null || now - draft.uploadedAt < uploadsLastMilliseconds) {
    return { draft, hasExpired: false };
  }
  const html = draft.html.replace(/<img\b[^<>]*>/gi, '');
  const hasExpired = draft.files.length > 0 || html !== draft.html;
  return { draft: { ...draft, html, files: [], uploadedAt: null }, hasExpired };
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Record<string, unknown>;
  return (
    typeof draft.html === 'string' &&
    typeof draft.key === 'string' &&
    (draft.uploadedAt === null || typeof draft.uploadedAt === 'number') &&
    Array.isArray(draft.files)
  );
}
