import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

function isPassing(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'network' || error.status >= 500);
}

/** The one cache of the app. Only what may pass by itself (no connection, a failing server) is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: (failures, error) => failures < 2 && isPassing(error),
      retryDelay: failure => 500 * 2 ** failure,
    },
    mutations: { retry: false },
  },
});

/** Forgets all that was loaded of a workspace: another one is shown, or somebody else signed in. */
export function forgetWorkspaceData(): void {
  queryClient.removeQueries({ predicate: query => query.queryKey[0] !== 'installation' });
}
