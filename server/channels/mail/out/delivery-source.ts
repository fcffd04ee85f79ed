import type { Platform } from '../../../platform/index.ts';
import { mailScope } from './claim.ts';
import { compose } from './compose.ts';
import { deliveryById, gather } from './material.ts';
import { emlOf } from './mime.ts';

/** The mail of a delivery as bytes, whatever its state. @throws NoLetter where no mail can be made of it */
export async function deliverySource(platform: Platform, workspaceId: string, id: string): Promise<Buffer> {
  const material = await platform.database.run(mailScope(workspaceId), async ctx =>
    gather(ctx, platform, (await deliveryById(ctx, id))!),
  );
  return emlOf(platform.storage, compose(platform, material), platform.database.now());
}
