import type { z } from 'zod';
import type { Reply } from '../../contract/route.ts';
import type { ticketOfContact } from '../../contract/routes/contacts.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';

export type Contact = Reply<typeof routes.people.contact>;
export type TicketOfContact = z.infer<typeof ticketOfContact>;
type TicketPage = Reply<typeof routes.contactTickets.ofContact>;

/** One contact. */
export function contactQuery(slug: string, id: string) {
  return {
    queryKey: ['contact', slug, id] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(routes.people.contact, { params: { id } }, { signal }),
    staleTime: 30_000,
  };
}

/** Contacts that fit a text, `most` of them; without a text all of them, page by page. */
export function contactsQuery(slug: string, q: string, most: number) {
  return {
    queryKey: ['contacts', slug, 'list', q, most] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
      call(routes.people.findContacts, { query: { q, after, limit: q ? most : 50 } }, { signal }),
    getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
  };
}

export interface Whose {
  kind: 'contact' | 'organisation';
  id: string;
  /** Of an organisation: only what others than this contact asked. */
  withoutContact?: string;
}

/** The tickets of a person or an organisation, newest first: a few, then page by page (LIV-11). Live: see data/live.ts. */
export function ticketsOfQuery(slug: string, { kind, id, withoutContact }: Whose, first: number) {
  return {
    queryKey: ['tickets', slug, 'of', kind, id, withoutContact ?? '', first] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after, signal }: { pageParam: string | undefined; signal: AbortSignal }) => {
      const query = { after, limit: after ? 20 : first };
      return kind === 'contact'
        ? call(routes.contactTickets.ofContact, { params: { id }, query }, { signal })
        : call(
            routes.contactTickets.ofOrganisation,
            { params: { id }, query: { ...query, withoutContact } },
            { signal },
          );
    },
    getNextPageParam: (last: TicketPage) => last.next ?? undefined,
    staleTime: 10_000,
  };
}
