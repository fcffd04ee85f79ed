import { useQuery } from '@tanstack/react-query';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';

/** All mailboxes with their state, asked again every half minute while they are looked at. */
export function useMailboxes() {
  const slug = useWorkspaceSlug();
  return useQuery({
    queryKey: ['mailboxes', slug],
    queryFn: ({ signal }) => call(routes.mail.list, {}, { signal }),
    enabled: slug !== '',
    refetchInterval: 30_000,
  });
}
