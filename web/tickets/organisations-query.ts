import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';

const fresh = { staleTime: 60_000, placeholderData: keepPreviousData };

/** Organisations whose name starts with a text. */
export function useFoundOrganisations(q: string) {
  const slug = useWorkspaceSlug();
  return useQuery({
    queryKey: ['organisations', slug, 'q', q],
    queryFn: ({ signal }) => call(routes.people.findOrganisations, { query: { q } }, { signal }),
    ...fresh,
  }).data?.organisations;
}

/** The organisations of these ids, for the names of what is chosen. */
export function useOrganisations(ids: string[]) {
  const slug = useWorkspaceSlug();
  return useQuery({
    queryKey: ['organisations', slug, 'id', ids],
    queryFn: ({ signal }) => call(routes.people.findOrganisations, { query: { id: ids } }, { signal }),
    enabled: ids.length > 0,
    ...fresh,
  }).data?.organisations;
}
