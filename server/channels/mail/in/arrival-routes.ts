import { arrivalRoutes, quarantineRoutes } from '../../../../contract/routes/arrivals.ts';
import { type Mount, mountInWorkspace, mountTransfers } from '../../../platform/http/index.ts';
import { listQuarantine, mailAside, rawAside, release } from './quarantine.ts';
import { sourcesOf } from './why.ts';

/** Mounts what tells how mails came, and what was set aside. */
export function mountArrivals(mount: Mount): void {
  const { source, ...stored } = quarantineRoutes;
  mountInWorkspace(mount, arrivalRoutes, {
    why: async (ctx, { params }) => ({ sources: await sourcesOf(ctx, params.id) }),
  });
  mountInWorkspace(mount, stored, {
    list: (ctx, { query }) => listQuarantine(ctx, query.before),
    read: (ctx, { params }) => mailAside(ctx, params.id),
    release: (ctx, { params }) => release(ctx, params.id),
  });
  mountTransfers(
    mount,
    { source },
    {
      source: async (visit, { params }) => {
        const raw = await visit.run(ctx => rawAside(ctx, params.id));
        return visit.reply
          .header('content-disposition', 'attachment; filename="message.eml"')
          .type('message/rfc822')
          .send(raw);
      },
    },
  );
}
