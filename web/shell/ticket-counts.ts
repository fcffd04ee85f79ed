import { useQuery } from '@tanstack/react-query';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';

/** How many tickets each view and folder holds; follows every change (the key starts with 'tickets'). */
export function useTicketCounts() {
  const slug = useWorkspaceSlug();
  return useQuery({
    queryKey: ['tickets', slug, 'counts'],
    queryFn: ({ signal }) => call(routes.tickets.counts, {}, { signal }),
    enabled: slug !== '',
  });
}
