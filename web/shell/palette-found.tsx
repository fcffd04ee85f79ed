import { useDebouncedValue } from '@mantine/hooks';
import type { SpotlightActionData } from '@mantine/spotlight';
import { IconTicket, IconUser } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import type { Results } from '../search/use-search.ts';

const shortest = 2;
const none = { tickets: [], contacts: [] };

/** The tickets and contacts that the words of the palette find, to go to. */
export function usePaletteFound(words: string): Record<'tickets' | 'contacts', SpotlightActionData[]> {
  const slug = useWorkspaceSlug();
  const navigate = useNavigate();
  const [asked] = useDebouncedValue(words.trim(), 150);
  const { data } = useQuery({
    queryKey: ['search', slug, asked, 'palette'],
    enabled: asked.length >= shortest,
    queryFn: ({ signal }): Promise<Results> =>
      call(routes.search.search, { query: { q: asked } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  if (!data || words.trim().length < shortest) return none;
  return {
    tickets: data.tickets.slice(0, 5).map(({ id, number, subject, requester }) => ({
      id: `ticket-${id}`,
      label: `#${number} ${subject}`,
      description: requester.name || (requester.email ?? ''),
      // What the server found fits, however it is spelled.
      keywords: [words],
      leftSection: <IconTicket size={18} aria-hidden />,
      onClick: () =>
        void navigate({ to: '/w/$slug/tickets/$number', params: { slug, number: String(number) } }),
    })),
    contacts: data.contacts.map(contact => ({
      id: `contact-${contact.id}`,
      label: contact.name || contact.visitorId,
      description: contact.emails[0] ?? contact.phones[0] ?? '',
      keywords: [words],
      leftSection: <IconUser size={18} aria-hidden />,
      onClick: () =>
        void navigate({
          to: '/w/$slug/contacts/$contactId',
          params: { slug, contactId: contact.id },
        }),
    })),
  };
}
