import { describe, expect, it } from 'vitest';
import { type Place, unfitFor } from './assignable.ts';

const agent = { id: 'a', isDisabled: false, folderIds: null };
const place: Place = { folderId: 'f', teamAgentIds: null, segmentAgentIds: null };

describe('unfitFor', () => {
  it.each([
    ['anybody where nothing is said', agent, place, null],
    ['a disabled agent', { ...agent, isDisabled: true }, place, 'disabled'],
    ['a member of the team', agent, { ...place, teamAgentIds: ['a'] }, null],
    ['nobody in a team without members', agent, { ...place, teamAgentIds: [] }, 'team'],
    ['who sees the folder', { ...agent, folderIds: ['f'] }, place, null],
    ['who does not see the folder', { ...agent, folderIds: [] }, place, 'folder'],
    ['everybody in an open segment', agent, { ...place, segmentAgentIds: [] }, null],
    ['who is not among those of the segment', agent, { ...place, segmentAgentIds: ['b'] }, 'segment'],
  ] as const)('D-13 QCX-12 %s', (_what, who, where, expected) => {
    expect(unfitFor(who, where)).toBe(expected);
  });
});
