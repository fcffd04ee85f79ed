import type { z } from 'zod';
import type { cannedReply } from '../../contract/routes/canned.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';

export type CannedReply = z.infer<typeof cannedReply>;

export const cannedKey = (slug: string) => ['canned', slug] as const;

/** The canned replies that I may use: my own and the shared ones. */
export function cannedQuery(slug: string) {
  return {
    queryKey: cannedKey(slug),
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<CannedReply[]> =>
      (await call(routes.canned.list, {}, { signal })).replies,
    staleTime: 15_000,
  };
}
