import { useQuery } from '@tanstack/react-query';
import type { Reply } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from './call.ts';

export type Session = Reply<typeof routes.session.current>;

/** Who is signed in and where they are an agent. Refused with 'signed-out' when nobody is. */
export const sessionQuery = {
  queryKey: ['session'] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => call(routes.session.current, {}, { signal }),
  staleTime: 60_000,
};

/** Whether the first run is still to be done, and whether mail can leave. */
export const installationQuery = {
  queryKey: ['installation'] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => call(routes.session.installation, {}, { signal }),
  staleTime: 60_000,
};

/** The session as a query result; asked only once `isAsked`. */
export function useSession(isAsked = true) {
  return useQuery({ ...sessionQuery, enabled: isAsked });
}
