// Agents answer notices by mail (D-18, S7): a reply to the customer, or with `#note` an internal note. What cannot be
// trusted, or must not be sent now, becomes an internal note that says so, and the agent is told why.
import { isLocked } from '../../../../contract/fields.ts';
import {
  addUpload,
  htmlOfText,
  type Incoming,
  newerThan,
  noteByDesk,
  reply,
  writeNote,
} from '../../../desk/messages/index.ts';
import { type Agent, findAgentByEmail } from '../../../desk/people/index.ts';
import { withinReach } from '../../../desk/tickets/index.ts';
import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { queueDelivery } from '../../../platform/outbox/index.ts';
import { wordsAbove } from '../out/answer-line.ts';
import { answersInternally } from '../out/material.ts';
import type { Proof } from '../proof/index.ts';
import type { ReadMail } from '../reading/index.ts';

/** A notice of ours to an agent that a mail from that agent's address answers. */
export interface AnsweredNotice {
  ticketId: string;
  recipient: string;
  purpose: string;
  messageId: string | null;
  sentAt: Date;
}

export type AgentMail = 'agent-reply' | 'agent-note' | 'unverified-note';
type Files = Incoming['files'];
export type Refusal = 'sender-unproved' | 'expired' | 'no-access' | 'newer-message' | 'locked' | 'empty';

const goodForMs = 30 * 24 * 3600 * 1000;
const noteMark = /^\s*#note\b[ \t:]*/i;

/**
 * Takes a mail that answers a notice to an agent. Gives what became of it and the message; null where the address is no
 * agent's any more, so that it is filed as a stranger's.
 */
export async function takeAgentMail(
  ctx: Ctx,
  secrets: Secrets,
  notice: AnsweredNotice,
  mail: { words: ReadMail; files: Files; proof: Proof },
): Promise<{ how: AgentMail; ticketId: string; messageId: string } | null> {
  const agent = await findAgentByEmail(ctx, notice.recipient);
  if (!agent) return null;
  const { ticketId } = notice;
  const said = wordsAbove(mail.words.newText);
  const isNote = noteMark.test(said) || answersInternally.includes(notice.purpose);
  const text = said.replace(noteMark, '').trim();
  const asAgent: Ctx = {
    ...ctx,
    actor: { type: 'agent', id: agent.id, via: 'mail' },
    language: agent.language,
    onlyFolders: agent.folderIds,
  };
  const isEmpty = text === '' && mail.files.length === 0;
  const refusal = isEmpty ? 'empty' : await refusalOf(asAgent, agent, notice, mail.proof, isNote);
  if (refusal) {
    const messageId = await noteByDesk(ctx, ticketId, {
      ...{ author: { name: agent.name, email: agent.email }, text: said },
      ...{ files: mail.files, notices: [`agent-mail-${refusal}`] },
    });
    await queueDelivery(ctx, {
      ...{ purpose: 'agent-mail-refused', recipient: agent.email, ticketId },
      content: { reason: refusal },
    });
    return { how: 'unverified-note', ticketId, messageId };
  }
  const fileIds: string[] = [];
  for (const file of mail.files) fileIds.push((await addUpload(asAgent, file)).id);
  const written = { html: htmlOfText(text), fileIds };
  const messageId = isNote
    ? await writeNote(asAgent, secrets, ticketId, written)
    : await reply(asAgent, secrets, ticketId, { ...written, status: 'pending' });
  return { how: isNote ? 'agent-note' : 'agent-reply', ticketId, messageId };
}

/** Why a mail in an agent's name is not sent on (S7): asked anew when it comes, whatever the notice was sent under. */
async function refusalOf(
  asAgent: Ctx,
  agent: Agent,
  notice: AnsweredNotice,
  proof: Proof,
  isNote: boolean,
): Promise<Refusal | null> {
  if (proof.verdict !== 'pass') return 'sender-unproved';
  if (asAgent.now.getTime() - notice.sentAt.getTime() > goodForMs) return 'expired';
  const ticket = await asAgent.tx
    .selectFrom('tickets')
    .select('status')
    .where('workspace_id', '=', asAgent.workspaceId)
    .where('id', '=', notice.ticketId)
    .where(withinReach(asAgent))
    .executeTakeFirst();
  if (agent.isDisabled || !ticket) return 'no-access';
  if (isNote) return null;
  if (isLocked(ticket.status)) return 'locked';
  // Nobody answers past words that they have not read (LUM-23).
  const newer = notice.messageId ? await newerThan(asAgent, notice.ticketId, notice.messageId) : [];
  return newer.length > 0 ? 'newer-message' : null;
}
