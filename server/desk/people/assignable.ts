import type { Place } from '../../../contract/assignable.ts';
import { type Unfit, unfitFor } from '../../../contract/assignable.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { invalid } from '../../platform/errors/index.ts';
import { segmentById } from '../workspaces/index.ts';
import { type Agent, findAgent } from './agents.ts';
import { teamById } from './teams.ts';

/** Where a ticket stands or will stand; its ids are known to be of this workspace. */
export interface TicketPlace {
  folderId: string;
  teamId: string | null;
  segmentId: string | null;
}

/**
 * An agent who can be given a ticket at this place (D-13, QCX-12).
 * @throws Invalid as activeAgent(); agent-unfit-team, -folder or -segment
 */
export async function assignableAgent(ctx: Ctx, id: string, place: TicketPlace): Promise<Agent> {
  const agent = await activeAgent(ctx, id);
  const unfit = unfitFor(agent, await placeOf(ctx, place));
  if (unfit) throw invalid(`agent-unfit-${unfit}`, { agent: agent.name });
  return agent;
}

/** An agent who works here, whatever the place. @throws Invalid agent-not-available: absent, foreign and disabled alike (S17) */
export async function activeAgent(ctx: Ctx, id: string): Promise<Agent> {
  const agent = await findAgent(ctx, id);
  if (!agent || agent.isDisabled) throw invalid('agent-not-available');
  return agent;
}

/** Why somebody who has a ticket could not be given it at this place; null when they could. */
export async function unfitAt(ctx: Ctx, agentId: string, place: TicketPlace): Promise<Unfit | null> {
  const agent = await findAgent(ctx, agentId);
  return agent ? unfitFor(agent, await placeOf(ctx, place)) : 'disabled';
}

async function placeOf(ctx: Ctx, { folderId, teamId, segmentId }: TicketPlace): Promise<Place> {
  return {
    folderId,
    teamAgentIds: teamId ? (await teamById(ctx, teamId)).agentIds : null,
    segmentAgentIds: segmentId ? (await segmentById(ctx, segmentId)).agentIds : null,
  };
}
