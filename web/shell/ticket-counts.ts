import { useQuery } from '@tanstack/react-query';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';

/** How many tickets each view and folder holds; stale after every change (the key starts with 'tickets'). */
export function countsQuery(slug: string) {
  return {
    queryKey: ['tickets', slug, 'counts'] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) => call(routes.tickets.counts, {}, { signal }),
  };
}

/** How many tickets each view and folder holds. */
export function useTicketCounts() {
  const slug = useWorkspaceSlug();
  return useQuery({ ...countsQuery(slug), enabled: slug !== '' });
}
