import type { ForwardedMail } from './mail.ts';
/** x */
export function readForward(_mail: { text: string; html: string | null; subject: string }): ForwardedMail | null {
  return null;
}
