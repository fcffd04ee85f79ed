import type { Priority } from '../../contract/fields.ts';
import { email } from '../../contract/fields.ts';
import { isEmptyDraft } from '../messages/draft.ts';

/** What is filled in besides the text and its files; null leaves the choice to the server's defaults. */
export interface NewTicketFields {
  to: string;
  name: string;
  subject: string;
  folderId: string | null;
  teamId: string | null;
  assigneeId: string | null;
  priority: Priority;
  tagIds: string[];
  sendsMail: boolean;
}

export const emptyFields: NewTicketFields = {
  to: '',
  name: '',
  subject: '',
  folderId: null,
  teamId: null,
  assigneeId: null,
  priority: 'medium',
  tagIds: [],
  sendsMail: true,
};

/** Reads what was saved; what is missing or of another kind is at its default. */
export function readFields(saved: string | null): NewTicketFields {
  try {
    const read: unknown = JSON.parse(saved ?? 'null');
    if (typeof read !== 'object' || read === null) return emptyFields;
    const known = Object.entries(read).filter(([name, value]) => fits(name, value));
    return { ...emptyFields, ...Object.fromEntries(known) };
  } catch {
    return emptyFields;
  }
}

function fits(name: string, value: unknown): boolean {
  if (!(name in emptyFields)) return false;
  const usual = emptyFields[name as keyof NewTicketFields];
  if (usual === null) return value === null || typeof value === 'string';
  return typeof usual === typeof value && Array.isArray(usual) === Array.isArray(value);
}

export type Problem = 'to' | 'subject' | 'text';

/** What must be filled in before the ticket can be opened, in the order of the form. */
export function problemsOf(
  fields: NewTicketFields,
  draft: { html: string; files: Parameters<typeof isEmptyDraft>[0]['files'] },
): Problem[] {
  const problems: Problem[] = [];
  if (!email.safeParse(fields.to.trim()).success) problems.push('to');
  if (fields.subject.trim() === '') problems.push('subject');
  if (isEmptyDraft(draft)) problems.push('text');
  return problems;
}
