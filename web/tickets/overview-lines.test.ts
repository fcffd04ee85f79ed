import { expect, it } from 'vitest';
import { groupsOf, type Line, unassignedOf } from './overview-lines.ts';

const agent = (id: string, isDisabled = false) => ({
  id,
  name: id,
  email: `${id}@velo.example`,
  role: 'agent' as const,
  isDisabled,
  folderIds: null,
});
const line = (agentId: string | null, open: number): Line => ({
  agentId,
  new: 0,
  open,
  pending: 1,
  onHold: 0,
  escalated: 0,
  oldestWaitingSince: null,
});

it('LIV-26 shows each agent in each of their teams, the busiest first, and who has no team', () => {
  const desk = {
    agents: [agent('a'), agent('b'), agent('c'), agent('gone', true), agent('left', true)],
    teams: [
      { id: 't1', name: 'Atelier', agentIds: ['a', 'b'] },
      { id: 't2', name: 'Ventes', agentIds: ['b'] },
      { id: 't3', name: 'Vide', agentIds: [] },
    ],
  };
  const groups = groupsOf(desk, [line('a', 1), line('b', 5), line('left', 2), line(null, 7)]);
  expect(groups.map(group => [group.team?.name ?? null, group.lines.map(one => one.agentId)])).toEqual([
    ['Atelier', ['b', 'a']],
    ['Ventes', ['b']],
    [null, ['left', 'c']],
  ]);
  expect(unassignedOf([line(null, 7)]).open).toBe(7);
  expect(unassignedOf([]).open).toBe(0);
});
