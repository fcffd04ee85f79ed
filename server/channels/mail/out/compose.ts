import { accountLetter } from './account-letter.tsx';
import { acknowledgementLetter } from './acknowledgement-letter.tsx';
import { alarmLetter } from './alarm-letter.tsx';
import { errandLetter } from './errand-letter.tsx';
import { type Letter, NoLetter } from './letter.ts';
import type { MailMeans, Material } from './material.ts';
import { noticeLetter } from './notice-letter.tsx';
import { replyLetter } from './reply-letter.tsx';
import { resolutionLetter } from './resolution-letter.tsx';

const writers: Record<string, (means: MailMeans, material: Material) => Letter> = {
  reply: replyLetter,
  opening: replyLetter,
  side: replyLetter,
  acknowledgement: acknowledgementLetter,
  assignment: noticeLetter,
  'customer-replied': noticeLetter,
  'side-answered': noticeLetter,
  mention: noticeLetter,
  'reply-held': noticeLetter,
  escalation: noticeLetter,
  'agent-mail-refused': noticeLetter,
  undelivered: noticeLetter,
  'mailbox-failing': alarmLetter,
  'mailbox-working': alarmLetter,
  invitation: accountLetter,
  reset: accountLetter,
  resolution: resolutionLetter,
  'activity-reminder': errandLetter,
  'approval-asked': errandLetter,
  'approval-settled': errandLetter,
};

/**
 * Makes the mail of a delivery from what gather() has read. The same delivery gives the same mail each time it is tried.
 * @throws NoLetter for a purpose that is not known
 */
export function compose(means: MailMeans, material: Material): Letter {
  const write = writers[material.delivery.purpose];
  if (!write) throw new NoLetter(`nobody writes mails for ${material.delivery.purpose}`);
  return write(means, material);
}
