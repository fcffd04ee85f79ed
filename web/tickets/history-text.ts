import { hasText } from '../../contract/i18n/texts.ts';
import type { Translate } from '../data/language.ts';
import type { HistoryLine } from './ticket-queries.ts';

/** Names for the ids in events; undefined for what no longer exists. */
export interface Names {
  agent: (id: string) => string | undefined;
  folder: (id: string) => string | undefined;
  team: (id: string) => string | undefined;
  tag: (id: string) => string | undefined;
  type: (id: string) => string | undefined;
  segment: (id: string) => string | undefined;
  /** A moment as the reader's language writes it. */
  date: (moment: string) => string;
}

/** A line of the history in the reader's language: who did what, and what changed from what to what (LUM-33). */
export function historyText(
  t: Translate,
  names: Names,
  line: HistoryLine,
): { sentence: string; changes: string[] } {
  const actor = actorName(t, names, line.actor);
  const special = assignmentText(t, names, line, actor);
  const about = [
    ...(['purpose', 'reason', 'unassigned'] as const).map(
      fact => `history.${fact}.${String(line.facts[fact])}`,
    ),
    `approval.outcome.${String(line.facts.outcome)}`,
    `activity.kind.${String(line.facts.activity)}`,
    ...(line.facts.tellsContact === true ? ['history.resolution.told'] : []),
  ]
    .filter(hasText)
    .map(key => t(key));
  if (line.about) about.push(line.about);
  const plain = `${actor} ${t(`history.${line.kind}`)}${about.length > 0 ? ` (${about.join(', ')})` : ''}`;
  const changes = Object.entries(line.changes)
    .filter(([field]) => hasText(`history.field.${field}`) && !(special && field === 'assigneeId'))
    .map(([field, [before, after]]) =>
      field === 'tagIds' ? tagsText(t, names, before, after) : changeText(t, names, field, before, after),
    );
  return { sentence: special ?? plain, changes };
}

/** Whether a conversation shows the line: not what a message or its delivery line says already. */
export function isShownAmongMessages(line: HistoryLine): boolean {
  if (line.kind === 'ticket.opened' || line.kind.startsWith('delivery.')) return false;
  return !line.kind.startsWith('message.') || line.changes.status !== undefined;
}

/** The name of who did it. */
export function actorName(t: Translate, names: Names, actor: HistoryLine['actor']): string {
  if (actor.type === 'system') return t('history.actor.system');
  if (actor.type === 'rule') return actor.name || t('history.actor.rule');
  const current = actor.type === 'agent' && actor.id ? names.agent(actor.id) : undefined;
  return current ?? (actor.name || t('tickets.nameless'));
}

function assignmentText(t: Translate, names: Names, line: HistoryLine, actor: string): string | undefined {
  const change = line.changes.assigneeId;
  if (line.kind !== 'ticket.assigned' || !change) return undefined;
  const after = change[1];
  if (after === null) return t('tickets.line.unassigned', { actor });
  if (after === line.actor.id) return t('tickets.line.took', { actor });
  return t('tickets.line.assigned', { actor, agent: names.agent(String(after)) ?? t('tickets.nameless') });
}

function changeText(t: Translate, names: Names, field: string, before: unknown, after: unknown): string {
  const name = t(`history.field.${field}`);
  return t('tickets.line.change', {
    name,
    before: valueText(t, names, field, before),
    after: valueText(t, names, field, after),
  });
}

function valueText(t: Translate, names: Names, field: string, value: unknown): string {
  if (value === null || value === undefined)
    return t(field === 'assigneeId' ? 'history.nobody' : 'history.none');
  const text = String(value);
  if (field === 'status' || field === 'priority') return t(`${field}.${text}`);
  if (field === 'escalationLevel') return t('panel.level', { level: text });
  if (field === 'postponedUntil') return names.date(text);
  const find = named[field];
  return find ? (names[find](text) ?? t('tickets.line.gone')) : text;
}

/** Fields whose values are ids, and what they are ids of. */
const named: Record<string, 'agent' | 'folder' | 'team' | 'type' | 'segment' | undefined> = {
  assigneeId: 'agent',
  escalatedTo: 'agent',
  ownerId: 'agent',
  approverId: 'agent',
  folderId: 'folder',
  teamId: 'team',
  typeId: 'type',
  segmentId: 'segment',
  originalSegmentId: 'segment',
};

function tagsText(t: Translate, names: Names, before: unknown, after: unknown): string {
  const old = idsOf(before);
  const now = idsOf(after);
  const name = (id: string) => names.tag(id) ?? t('tickets.line.gone');
  const added = now.filter(id => !old.includes(id)).map(id => `+ ${name(id)}`);
  const removed = old.filter(id => !now.includes(id)).map(id => `− ${name(id)}`);
  return [...added, ...removed].join(', ');
}

function idsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
