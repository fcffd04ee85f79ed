// SMS need a provider. Until one can be set, the choice is shown, disabled and explained, and refused here (D-24).
import type { Ctx } from '../../platform/db/index.ts';

/** Whether the workspace has somebody to send its SMS. */
export async function canSendSms(_ctx: Ctx): Promise<boolean> {
  return false;
}
