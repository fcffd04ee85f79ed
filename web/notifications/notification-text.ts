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

/** The tab of the ticket that it leads to. */
export function tabOf({ kind }: Pick<Notification, 'kind'>): string {
  return kind === 'activity-reminder' ? 'activities' : 'approval';
}
