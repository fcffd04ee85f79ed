import { searchRoutes } from '../../../contract/routes/search.ts';
import type { Secrets } from '../../platform/crypto/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import { searchFor } from './results.ts';

/** Mounts the search over tickets, contacts and files. */
export function mountSearch(mount: Mount, secrets: Secrets): void {
  mountInWorkspace(mount, searchRoutes, {
    search: (ctx, { query }) => searchFor(ctx, secrets, query),
  });
}
