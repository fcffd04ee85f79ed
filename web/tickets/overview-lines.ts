// Who works on what (LIV-26): the lines of the overview, by team.
import type { Reply } from '../../contract/route.ts';
import type { viewRoutes } from '../../contract/routes/views.ts';
import type { Desk } from '../data/desk.ts';

export type Line = Reply<typeof viewRoutes.overview>['agents'][number];
export interface Group {
  /** null: agents without a team. */
  team: Desk['teams'][number] | null;
  lines: Line[];
}

const nothing = { new: 0, open: 0, pending: 0, onHold: 0, escalated: 0, oldestWaitingSince: null };

/** The tickets that nobody has. */
export function unassignedOf(lines: readonly Line[]): Line {
  return lines.find(line => line.agentId === null) ?? { agentId: null, ...nothing };
}

/**
 * The agents of each team, then those without one; an agent of two teams stands in both, since both count on them.
 * Disabled agents only where they still have tickets. Who has most that waits for an answer stands first.
 */
export function groupsOf(desk: Pick<Desk, 'agents' | 'teams'>, lines: readonly Line[]): Group[] {
  const lineOf = new Map(lines.map(line => [line.agentId, line]));
  const shown = desk.agents.filter(agent => !agent.isDisabled || lineOf.has(agent.id));
  const group = (team: Group['team'], agents: typeof shown): Group => ({
    team,
    lines: agents
      .map(agent => lineOf.get(agent.id) ?? { agentId: agent.id, ...nothing })
      .sort((a, b) => b.new + b.open - (a.new + a.open)),
  });
  const inTeam = new Set(desk.teams.flatMap(team => team.agentIds));
  return [
    ...desk.teams.map(team =>
      group(
        team,
        shown.filter(agent => team.agentIds.includes(agent.id)),
      ),
    ),
    group(
      null,
      shown.filter(agent => !inTeam.has(agent.id)),
    ),
  ].filter(one => one.lines.length > 0);
}
