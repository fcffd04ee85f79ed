import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { draftKey, isEmptyDraft } from '../messages/draft.ts';
import { ticketKey } from '../messages/ticket-keys.ts';
import { type KeptDraft, useDraft } from '../messages/use-draft.ts';
import { emptyFields, type NewTicketFields, readFields } from './new-ticket-form.ts';

/** The form of a new ticket: its fields and text, kept in this browser until the ticket is open. */
export function useNewTicket() {
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const navigate = useNavigate();
  const place = `${draftKey(slug, 'new', 'new')}.fields`;
  const search: Record<string, unknown> = useSearch({ strict: false });
  const kept = useDraft({ slug, number: 'new', ticketId: null, mode: 'new' });
  const [fields, setFields] = useState(() => startFields(localStorage.getItem(place), search));

  const hasText = !isEmptyDraft(kept.draft);
  const seen = useRef(kept.revision);
  useEffect(() => {
    const { more } = kept.draft;
    const saved = more.fields === undefined ? '' : JSON.stringify(more.fields);
    if (seen.current !== kept.revision) {
      // The draft came from the server, with what the form held there.
      seen.current = kept.revision;
      if (saved) setFields(readFields(saved));
    } else if (hasText && saved !== JSON.stringify(fields)) {
      const { subject, to } = fields;
      kept.change({ more: { ...more, subject, to: to ? [to] : [], fields: { ...fields } } });
    }
  }, [fields, hasText, kept]);

  function change(part: Partial<NewTicketFields>): void {
    const next = { ...fields, ...part };
    setFields(next);
    try {
      localStorage.setItem(place, JSON.stringify(next));
    } catch {
      // The text's own draft says when the browser keeps nothing.
    }
  }

  const opening = useMutation({
    // Without a connection it fails at once and says so, instead of waiting in silence.
    networkMode: 'always',
    mutationFn: () =>
      kept.during(() =>
        call(routes.tickets.open, { body: bodyOf(fields, kept) }, { idempotencyKey: kept.draft.key }),
      ),
    onSuccess: async ticket => {
      kept.clear();
      localStorage.removeItem(place);
      client.setQueryData(ticketKey(slug, String(ticket.number)), ticket);
      void client.invalidateQueries({ queryKey: ['tickets'] });
      await navigate({ to: '/w/$slug/tickets/$number', params: { slug, number: String(ticket.number) } });
    },
  });

  function discard(): void {
    kept.clear();
    localStorage.removeItem(place);
    setFields(emptyFields);
    opening.reset();
  }

  return { fields, change, kept, opening, discard };
}

/** An address with ?to= (such as "write to this customer") comes before what was left here. */
function startFields(saved: string | null, search: Record<string, unknown>): NewTicketFields {
  const asked = (['to', 'name', 'subject'] as const).flatMap(name =>
    typeof search[name] === 'string' ? [[name, search[name]] as const] : [],
  );
  return { ...(asked.length > 0 ? emptyFields : readFields(saved)), ...Object.fromEntries(asked) };
}

function bodyOf(fields: NewTicketFields, { draft }: KeptDraft) {
  return {
    requester: { email: fields.to.trim(), name: fields.name.trim() },
    subject: fields.subject.trim(),
    html: draft.html,
    fileIds: draft.files.map(file => file.id),
    folderId: fields.folderId ?? undefined,
    teamId: fields.teamId,
    assigneeId: fields.assigneeId,
    priority: fields.priority,
    tagIds: fields.tagIds,
    sendsMail: fields.sendsMail,
  };
}
