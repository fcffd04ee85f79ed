import { describe, expect, it } from 'vitest';
import { t as translate } from '../../contract/i18n/t.ts';
import type { Translate } from '../data/language.ts';
import { historyText, isShownAmongMessages, type Names } from './history-text.ts';
import type { HistoryLine } from './ticket-queries.ts';

const en: Translate = (key, values) => translate('en', key, values);
const fr: Translate = (key, values) => translate('fr', key, values);
const known: Record<string, string> = { a1: 'Léa', a2: 'Marc', f1: 'Sales', g1: 'urgent', g2: 'bike' };
const find = (id: string) => known[id];
const names: Names = { agent: find, folder: find, team: find, tag: find };

function line(kind: string, changes: HistoryLine['changes'], facts = {}): HistoryLine {
  const actor = { type: 'agent', id: 'a1', name: 'Léa' } as const;
  return { id: 'e', kind, actor, at: '2026-01-01T10:00:00Z', changes, facts };
}

describe('historyText', () => {
  it('LUM-33 says who gave the ticket to whom', () => {
    const given = line('ticket.assigned', { assigneeId: [null, 'a2'] });
    expect(historyText(en, names, given)).toEqual({
      sentence: 'Léa assigned the ticket to Marc',
      changes: [],
    });
    expect(historyText(fr, names, given).sentence).toBe('Léa a attribué le ticket à Marc');
  });

  it('LUM-33 says who took it and who let it go', () => {
    expect(historyText(en, names, line('ticket.assigned', { assigneeId: ['a2', 'a1'] })).sentence).toBe(
      'Léa took the ticket',
    );
    expect(historyText(en, names, line('ticket.assigned', { assigneeId: ['a2', null] })).sentence).toBe(
      'Léa unassigned the ticket',
    );
  });

  it('LUM-33 tells old and new values by name, and leaves out what has no name for people', () => {
    const filed = line('ticket.filed', {
      folderId: ['gone', 'f1'],
      priority: ['low', 'high'],
      waitingSince: [null, '2026'],
    });
    expect(historyText(en, names, filed).changes).toEqual([
      'Folder: (no longer there) → Sales',
      'Priority: Low → High',
    ]);
  });

  it('LUM-27 tells which tags came and went', () => {
    const tagged = line('ticket.tagged', { tagIds: [['g1'], ['g2']] });
    expect(historyText(en, names, tagged).changes).toEqual(['+ bike, − urgent']);
  });

  it('names what a mail was for', () => {
    const sent = line('delivery.accepted', {}, { deliveryId: 'd', purpose: 'acknowledgement' });
    expect(historyText(en, names, sent).sentence).toContain('(acknowledgement)');
  });
});

describe('isShownAmongMessages', () => {
  it.each([
    ['ticket.assigned', {}, {}, true],
    ['ticket.opened', {}, {}, false],
    ['message.replied', {}, {}, false],
    ['message.replied', { status: ['open', 'resolved'] }, {}, true],
    ['delivery.accepted', {}, { purpose: 'acknowledgement' }, false],
  ] as const)('%s %j %j: %j', (kind, changes, facts, expected) => {
    const given = { ...changes } as unknown as HistoryLine['changes'];
    expect(isShownAmongMessages(line(kind, given, facts))).toBe(expected);
  });
});
