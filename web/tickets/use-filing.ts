import { useState } from 'react';
import { type Unfit, unfitFor } from '../../contract/assignable.ts';
import { useDesk } from '../data/desk.ts';
import type { Ticket } from './ticket-queries.ts';
import { placeIn } from './use-assignable.ts';
import type { TicketChange } from './use-ticket-change.ts';

export type Filing = Partial<
  Pick<Ticket, 'folderId' | 'teamId' | 'priority' | 'typeId' | 'segmentId' | 'originalSegmentId'>
>;

export interface UnassignQuestion {
  filing: Filing;
  agent: string;
  reason: Unfit;
  /** The team, folder or segment that the assignee does not belong to. */
  place: string;
}

/** Files a ticket; asks first where its assignee could not keep it (D-13). */
export function useFiling(ticket: Ticket, onChange: (change: TicketChange) => void) {
  const desk = useDesk().data;
  const [question, setQuestion] = useState<UnassignQuestion | null>(null);

  function ask(filing: Filing): void {
    const agent = desk?.agents.find(one => one.id === ticket.assigneeId);
    const moves = 'folderId' in filing || 'teamId' in filing || 'segmentId' in filing;
    const after = { ...ticket, ...filing };
    const reason = desk && agent && moves ? unfitFor(agent, placeIn(desk, after)) : null;
    if (!desk || !agent || !reason) {
      onChange(filing);
      return;
    }
    const lists = {
      team: desk.teams.find(one => one.id === after.teamId),
      folder: desk.folders.find(one => one.id === after.folderId),
      segment: desk.segments.find(one => one.id === after.segmentId),
      disabled: undefined,
    };
    setQuestion({ filing, agent: agent.name, reason, place: lists[reason]?.name ?? '' });
  }

  return {
    question,
    ask,
    confirm: () => {
      if (question) onChange({ ...question.filing, assigneeId: null });
      setQuestion(null);
    },
    cancel: () => setQuestion(null),
  };
}
