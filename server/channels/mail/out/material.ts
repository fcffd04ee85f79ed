// All that a mail is made of, read in one short transaction: putting it together and sending it happen outside.

import type { Language } from '../../../../contract/fields.ts';
import type { Config } from '../../../platform/config/index.ts';
import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { isId } from '../../../platform/ids/index.ts';
import type { DeliveryRow } from '../../../platform/outbox/index.ts';
import { type OwnTexts, ownTexts } from '../templates/own-texts.ts';
import { type Conversation, conversationOf } from './conversation.ts';
import { type Errand, errandOf } from './errand.ts';
import { type News, newsOf } from './news.ts';
import { type ResolutionTold, resolutionTold } from './resolution-told.ts';
import { type Sender, senderOf } from './sender.ts';

export interface Material {
  delivery: DeliveryRow;
  workspace: {
    id: string;
    slug: string;
    name: string;
    language: Language;
    brandColour: string;
    timeZone: string;
  };
  sender: Sender;
  /** For mails to customers and third parties. */
  conversation: Conversation | null;
  /** For notices to agents about a ticket. */
  news: News | null;
  /** For mails to agents about what they have to do. */
  errand: Errand | null;
  /** For the mail that tells a customer how their request was solved. */
  resolution: ResolutionTold | null;
  /** The agent whose address the mail goes to, where there is one. */
  agent: { name: string; language: Language } | null;
  /** What the workspace says in its own words. */
  texts: OwnTexts;
}

const withConversation = ['reply', 'opening', 'acknowledgement', 'side'];
/** Purposes of mails that agents get. */
export const toAgents = [
  'assignment',
  'customer-replied',
  'side-answered',
  'mention',
  'reply-held',
  'escalation',
  'agent-mail-refused',
  'undelivered',
];
/** Those of them whose answer is meant for colleagues: they tell of an internal matter. */
export const answersInternally = ['mention', 'escalation', 'side-answered'];
const errands = ['activity-reminder', 'approval-asked', 'approval-settled'];

export interface MailMeans {
  config: Pick<Config, 'publicUrl' | 'smtpUrl' | 'mailFrom'>;
  secrets: Secrets;
}

/** Reads what a delivery's mail is made of. @throws NoLetter when what it tells about is not there or not for its recipient */
export async function gather(ctx: Ctx, means: MailMeans, delivery: DeliveryRow): Promise<Material> {
  const workspace = await ctx.tx
    .selectFrom('workspaces')
    .select([
      'workspace_id as id',
      'slug',
      'name',
      'language',
      'brand_colour as brandColour',
      'time_zone as timeZone',
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirstOrThrow();
  const agent = await ctx.tx
    .selectFrom('agents')
    .select(['name', 'language'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('email', '=', delivery.recipient)
    .executeTakeFirst();
  return {
    delivery,
    workspace,
    agent: agent ?? null,
    texts: await ownTexts(ctx),
    sender: await senderOf(ctx, means.config, delivery),
    conversation: withConversation.includes(delivery.purpose)
      ? await conversationOf(ctx, means, delivery)
      : null,
    errand: errands.includes(delivery.purpose) ? await errandOf(ctx, delivery) : null,
    resolution: delivery.purpose === 'resolution' ? await resolutionTold(ctx, means, delivery) : null,
    news: toAgents.includes(delivery.purpose) ? await newsOf(ctx, delivery) : null,
  };
}

/** A delivery by its id, or null. */
export async function deliveryById(ctx: Ctx, id: string): Promise<DeliveryRow | null> {
  if (!isId(id)) return null;
  const row = await ctx.tx
    .selectFrom('deliveries')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
