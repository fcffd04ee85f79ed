import type { Translate } from '../data/language.ts';
import type { Names } from '../tickets/history-text.ts';
import type { Notification } from './bell-query.ts';

/** A notification in the reader's words. */
export function notificationText(
  t: Translate,
  names: Names,
  { kind, title, actorId, outcome }: Notification,
): string {
  const actor = (actorId && names.agent(actorId)) || t('tickets.nameless');
  const end = outcome ? `.${outcome}` : '';
  return t(`bell.${kind}${end}`, { title, actor });
}

/** Where it leads: a ticket's tab, or a mailbox. */
export function linkOf(slug: string, notification: Notification) {
  const { ticketNumber, mailboxId } = notification;
  if (ticketNumber === null)
    return {
      to: '/w/$slug/settings/mailboxes/$mailboxId' as const,
      params: { slug, mailboxId: mailboxId ?? 'new' },
    };
  const params = { slug, number: String(ticketNumber), tab: tabOf(notification) };
  return { to: '/w/$slug/tickets/$number/$tab' as const, params };
}

/** What it is about, in a word or two. */
export function placeOf(t: Translate, { ticketNumber }: Notification): string {
  return ticketNumber === null ? t('bell.mailbox') : t('bell.ticket', { number: String(ticketNumber) });
}

/** The tab of the ticket that it leads to. */
function tabOf({ kind }: Pick<Notification, 'kind'>): string {
  return kind === 'activity-reminder' ? 'activities' : 'approval';
}
