// What each filter offers, and the words for what is chosen.
import { channels, priorities, type Status } from '../../contract/fields.ts';
import { statusesOfView, type View } from '../../contract/filters.ts';
import type { Desk } from '../data/desk.ts';
import { formatsOf } from '../data/format.ts';
import type { Translate } from '../data/language.ts';
import { agentChoices, folderChoices, tagChoices, teamChoices } from './choices.tsx';
import type { ManyFilter, SingleFilter } from './list-search.ts';
import type { Choice } from './picker.tsx';

const offered: Status[] = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed'];

/** The choices of a filter; organisations are asked for as one types. A view offers the statuses that it can hold. */
export function choicesOf(
  t: Translate,
  desk: Desk | undefined,
  view: View,
): Record<Exclude<ManyFilter, 'organisation'>, Choice[]> {
  const none = { value: 'none', label: t('lists.none') };
  return {
    status: offered
      .filter(status => statusesOfView[view]?.includes(status) ?? true)
      .map(status => ({
        value: status,
        // 'resolved' and 'closed' share a label; what differs is whether a reply reopens the ticket.
        label: t(`status.${status}`),
        detail: status === 'resolved' || status === 'closed' ? t(`status.hint.${status}`) : undefined,
      })),
    assignee: [
      { value: 'me', label: t('lists.me') },
      { value: 'nobody', label: t('tickets.nobody') },
      ...agentChoices(desk),
    ],
    folder: folderChoices(desk),
    tag: tagChoices(desk),
    team: [none, ...teamChoices(desk)],
    type: [none, ...(desk?.types ?? []).map(type => ({ value: type.id, label: type.name }))],
    segment: [none, ...(desk?.segments ?? []).map(segment => ({ value: segment.id, label: segment.name }))],
    priority: priorities.map(priority => ({ value: priority, label: t(`priority.${priority}`) })),
    channel: channels.map(channel => ({ value: channel, label: t(`channel.${channel}`) })),
  };
}

/** Ages that are offered, in hours, besides the two thresholds. */
const hours = ['4', '8', '48', '72', '168'];

/** The choices of a filter that has one value. */
export function singleChoices(
  t: Translate,
  desk: Desk | undefined,
): Record<'age' | 'escalated' | 'unread', Choice[]> {
  const { duration } = formatsOf(desk?.me.language ?? 'fr');
  const ageing = desk?.ticketSettings.ageing;
  const over = (value: string, minutes: number) => ({
    value,
    label: t('lists.age.over', { duration: duration(minutes) }),
  });
  return {
    age: [
      { value: 'yellow', label: t('lists.age.yellow', { duration: duration(ageing?.yellowMinutes ?? 0) }) },
      { value: 'red', label: t('lists.age.red', { duration: duration(ageing?.redMinutes ?? 0) }) },
      ...hours.map(value => over(value, Number(value) * 60)),
    ],
    escalated: [
      { value: 'yes', label: t('lists.escalated.yes') },
      { value: 'no', label: t('lists.escalated.no') },
    ],
    unread: [
      { value: 'yes', label: t('lists.unread.yes') },
      { value: 'no', label: t('lists.unread.no') },
    ],
  };
}

/** The words for one chosen value, without the filter's name where they speak for themselves. */
export function singleText(t: Translate, desk: Desk | undefined, name: SingleFilter, value: string): string {
  if (name === 'age' || name === 'escalated' || name === 'unread') {
    const known = singleChoices(t, desk)[name].find(choice => choice.value === value);
    const { duration } = formatsOf(desk?.me.language ?? 'fr');
    return known?.label ?? t('lists.age.over', { duration: duration(Number(value) * 60) });
  }
  // A day has no time of its own: noon is that day in every zone that people live in.
  return t(`lists.${name}.chosen`, { date: formatsOf(desk?.me.language ?? 'fr').date(`${value}T12:00:00`) });
}
