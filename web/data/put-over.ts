import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Puts on the screen what the server has just said. An answer that is under way was written before it and would take
 * it off again, for a blink or until the next change: such a question is asked anew instead.
 */
export function putOver<T>(
  client: QueryClient,
  queryKey: QueryKey,
  apply: (known: T | undefined) => T | undefined,
): void {
  client.setQueryData<T>(queryKey, apply);
  if (client.isFetching({ queryKey, exact: true }) > 0)
    void client.invalidateQueries({ queryKey, exact: true });
}
