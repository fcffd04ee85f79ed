// A mail as it would go out now: the same code that sends it, on the newest ticket, with nothing written and nothing sent.
import type { Language } from '../../../../contract/fields.ts';
import { t } from '../../../../contract/i18n/t.ts';
import type { MailTemplateKind } from '../../../../contract/mail-templates.ts';
import { agentById } from '../../../desk/people/index.ts';
import { withinReach } from '../../../desk/tickets/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { conflict } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/index.ts';
import type { DeliveryRow } from '../../../platform/outbox/index.ts';
import { compose } from '../out/compose.ts';
import type { Errand } from '../out/errand.ts';
import type { Letter } from '../out/letter.ts';
import { gather, type MailMeans, type Material } from '../out/material.ts';
import type { OwnTexts } from './own-texts.ts';

const aboutAccounts: readonly string[] = ['invitation', 'reset'];
const alarms: readonly string[] = ['mailbox-failing', 'mailbox-working'];
const withoutTicket: readonly string[] = [...aboutAccounts, ...alarms];
const errands: readonly string[] = ['activity-reminder', 'approval-asked', 'approval-settled'];
const dayMs = 24 * 3600 * 1000;

type Draft = Record<string, string | null>;
type Agent = Awaited<ReturnType<typeof agentById>>;
type Ticket = NonNullable<Awaited<ReturnType<typeof newestTicket>>>;

/**
 * The mail of a kind in a language, with texts that are not saved yet in the place of the saved ones.
 * @throws Conflict nothing-to-preview where it tells about a ticket and there is none
 */
export async function previewOf(
  ctx: Ctx,
  platform: Pick<Platform, 'config' | 'secrets'>,
  kind: MailTemplateKind,
  language: Language,
  draft: Draft,
): Promise<{ letter: Letter; ticketNumber: number | null }> {
  const me = await agentById(ctx, ctx.actor.id!);
  const ticket = withoutTicket.includes(kind) ? null : ((await newestTicket(ctx, kind === 'reply')) ?? null);
  if (!ticket && !withoutTicket.includes(kind)) throw conflict('nothing-to-preview');
  const material = await materialOf(ctx, platform, kind, language, me, ticket);
  const texts = withDraft(material.texts, language, draft);
  return { letter: compose(platform, { ...material, texts }), ticketNumber: ticket?.number ?? null };
}

/** The ticket that was opened last and whose last word is a customer's, or, for a reply, ours. */
async function newestTicket(ctx: Ctx, isAnswered: boolean) {
  return ctx.tx
    .selectFrom('tickets')
    .innerJoin('messages', join =>
      join
        .onRef('messages.workspace_id', '=', 'tickets.workspace_id')
        .onRef('messages.ticket_id', '=', 'tickets.id'),
    )
    .select([
      'tickets.id',
      'tickets.number',
      'tickets.subject',
      'tickets.requester_email',
      'tickets.mailbox_id',
    ])
    .select('messages.id as messageId')
    .where('tickets.workspace_id', '=', ctx.workspaceId)
    .where(withinReach(ctx))
    .where('messages.kind', '=', 'public')
    .where('messages.author_type', '=', isAnswered ? 'agent' : 'contact')
    .where('tickets.requester_email', 'is not', null)
    .orderBy('messages.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function materialOf(
  ctx: Ctx,
  means: MailMeans,
  kind: MailTemplateKind,
  language: Language,
  me: Agent,
  ticket: Ticket | null,
): Promise<Material> {
  // What all mails have in common is seen best in one to an agent, which has the most of it.
  const purpose = kind === 'common' ? 'assignment' : kind;
  const isToCustomer = ['acknowledgement', 'reply', 'resolution'].includes(purpose);
  const delivery: DeliveryRow = {
    workspace_id: ctx.workspaceId,
    id: newId(),
    purpose,
    ticket_id: ticket?.id ?? null,
    message_id: ticket?.messageId ?? null,
    event_id: null,
    mailbox_id: ticket?.mailbox_id ?? null,
    recipient: (isToCustomer && ticket?.requester_email) || me.email,
    content: contentOf(means, ctx.workspaceId, purpose, language, me),
    state: 'queued',
    attempts: 0,
    detail: '',
    next_try_at: null,
    is_dead: null,
    report_id: null,
    created_at: ctx.now,
    updated_at: ctx.now,
  };
  // Activities, approvals and resolutions need not exist yet: what is around them is real, they are made up.
  const as = errands.includes(purpose) ? 'assignment' : purpose === 'resolution' ? 'reply' : purpose;
  const gathered = await gather(ctx, means, { ...delivery, purpose: as });
  const conversation = gathered.conversation && {
    ...gathered.conversation,
    language,
    answerTime: gathered.conversation.answerTime ?? { unit: 'hours' as const, count: 4 },
  };
  return {
    ...gathered,
    delivery,
    conversation,
    agent: isToCustomer ? null : { name: me.name, language },
    news: gathered.news && { ...gathered.news, actorName: me.name },
    errand: errands.includes(purpose) ? sampleErrand(ctx, purpose, language, me, ticket!) : null,
    resolution:
      purpose === 'resolution'
        ? { text: t(language, 'templates.sample.words'), authorName: me.name, conversation: conversation! }
        : null,
  };
}

function contentOf(
  { secrets, config }: MailMeans,
  workspaceId: string,
  purpose: string,
  language: Language,
  me: Agent,
): Record<string, unknown> {
  if (purpose === 'agent-mail-refused') return { reason: 'expired' };
  if (alarms.includes(purpose))
    return {
      name: 'Support',
      address: 'support@company.example',
      detail: purpose === 'mailbox-failing' ? '535 5.7.8 Authentication failed' : '',
    };
  if (purpose === 'undelivered') return { recipient: 'anne@client.example' };
  if (!aboutAccounts.includes(purpose)) return {};
  const place = `${workspaceId}/deliveries.content/${purpose}`;
  // An address that leads nowhere: a preview must not hand out a working one.
  const sealedLink = secrets.seal(`${config.publicUrl}/${purpose}?token=…`, place).toString('base64');
  return { sealedLink, inviterName: me.name, language };
}

function sampleErrand(ctx: Ctx, purpose: string, language: Language, me: Agent, ticket: Ticket): Errand {
  return {
    ticket: { number: ticket.number, subject: ticket.subject },
    tab: purpose === 'activity-reminder' ? 'activities' : 'approval',
    title: t(language, 'templates.sample.title'),
    words: [t(language, 'templates.sample.words')],
    dueAt: new Date(ctx.now.getTime() + dayMs),
    actorName: me.name,
    outcome: purpose === 'approval-settled' ? 'accepted' : '',
  };
}

function withDraft(saved: OwnTexts, language: Language, draft: Draft): OwnTexts {
  const texts = { ...saved[language] };
  for (const [key, text] of Object.entries(draft)) {
    if (text?.trim()) texts[key] = text.trim();
    else delete texts[key];
  }
  return { ...saved, [language]: texts };
}
