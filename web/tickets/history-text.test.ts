import { describe, expect, it } from 'vitest';
import { t as translate } from '../../contract/i18n/t.ts';
import type { Translate } from '../data/language.ts';
import { historyText, isShownAmongMessages, type Names } from './history-text.ts';
import type { HistoryLine } from './ticket-queries.ts';

const en: Translate = (key, values) => translate('en', key, values);
const fr: Translate = (key, values) => translate('fr', key, values);
const known: Record<string, string> = { a1: 'Léa', a2: 'Marc', f1: 'Sales', g1: 'urgent', g2: 'bike' };
const find = (id: string) => known[id];
const names: Names = {
  agent: find,
  folder: find,
  team: find,
  tag: find,
  type: find,
  segment: find,
  date: moment => `the ${moment.slice(8, 10)}th`,
};

function line(kind: string, changes: HistoryLine['changes'], facts = {}): HistoryLine {
  const actor = { type: 'agent', id: 'a1', name: 'Léa' } as const;
  return { id: 'e', kind, actor, at: '2026-01-01T10:00:00Z', about: null, changes, facts };
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

  it('QCX-12 LIV-12 tells types, segments, escalation and dates', () => {
    const moved = line('ticket.filed', {
      typeId: [null, 'f1'],
      segmentId: ['f1', 'gone'],
      escalatedTo: [null, 'a2'],
      escalationLevel: [0, 1],
      postponedUntil: ['2026-01-05T08:00:00Z', null],
    });
    expect(historyText(en, names, moved).changes).toEqual([
      'Type: none → Sales',
      'Segment: Sales → (no longer there)',
      'Escalated to: none → Marc',
      'Escalation level: level 0 → level 1',
      'Postponed until: the 05th → none',
    ]);
  });

  it('D-13 tells why the ticket was taken from its assignee', () => {
    const filed = line('ticket.filed', { assigneeId: ['a2', null] }, { unassigned: 'team' });
    expect(historyText(en, names, filed)).toEqual({
      sentence: 'Léa filed the ticket (the assignee is not in this team)',
      changes: ['Assignee: Marc → nobody'],
    });
  });

  it('ZOH-02b names to whom a mail went, and which rule acted', () => {
    const sent = { ...line('delivery.accepted', {}, { purpose: 'reply' }), about: 'anne@client.example' };
    expect(historyText(en, names, sent).sentence).toBe('Léa sent the mail (reply, anne@client.example)');
    const rule = { type: 'rule', id: null, name: 'Urgences' } as const;
    const ruled = { ...line('ticket.filed', { priority: ['low', 'high'] }), actor: rule };
    expect(historyText(fr, names, ruled).sentence).toBe('Urgences a classé le ticket');
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
