import { useMemo } from 'react';
import { type Place, type Unfit, unfitFor } from '../../contract/assignable.ts';
import { type Desk, useDesk } from '../data/desk.ts';
import type { Ticket } from './ticket-queries.ts';

type Where = Pick<Ticket, 'folderId' | 'teamId' | 'segmentId'>;

/** What decides who can have a ticket that stands there (D-13). */
export function placeIn(desk: Desk, { folderId, teamId, segmentId }: Where): Place {
  return {
    folderId,
    teamAgentIds: desk.teams.find(team => team.id === teamId)?.agentIds ?? null,
    segmentAgentIds: desk.segments.find(segment => segment.id === segmentId)?.agentIds ?? null,
  };
}

/** Who can have a ticket there, and why the others cannot; everybody while the desk is loading. */
export function useUnfit({ folderId, teamId, segmentId }: Where): (agentId: string) => Unfit | null {
  const desk = useDesk().data;
  return useMemo(() => {
    if (!desk) return () => null;
    const place = placeIn(desk, { folderId, teamId, segmentId });
    return agentId => {
      const agent = desk.agents.find(one => one.id === agentId);
      return agent ? unfitFor(agent, place) : 'disabled';
    };
  }, [desk, folderId, teamId, segmentId]);
}
