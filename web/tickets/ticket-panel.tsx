import { SimilarBlock } from '../resolutions/similar-resolved.tsx';
import { AssignmentBlock } from './assignment-block.tsx';
import { FolderBlock } from './folder-block.tsx';
import { HistoryBlock } from './history-block.tsx';
import { InformationBlock } from './information-block.tsx';
import { TagsBlock } from './tags-block.tsx';
import classes from './ticket-panel.module.css';
import type { Ticket } from './ticket-queries.ts';
import type { TicketChange } from './use-ticket-change.ts';

/** Which list of the page stands open; keys open them too. */
export type OpenPicker =
  | 'status'
  | 'postpone'
  | 'assignee'
  | 'folder'
  | 'team'
  | 'type'
  | 'priority'
  | 'segment'
  | 'originalSegment'
  | 'tags'
  | null;

export interface PanelProps {
  ticket: Ticket;
  open: OpenPicker;
  onOpen: (open: OpenPicker) => void;
  onChange: (change: TicketChange) => void;
}

/** The five blocks beside the conversation: assignment, folder, information, history, tags (LUM-25). */
export function TicketPanel(props: PanelProps) {
  return (
    <div className={classes.panel}>
      <AssignmentBlock {...props} />
      <FolderBlock {...props} />
      <InformationBlock ticket={props.ticket} />
      <HistoryBlock number={String(props.ticket.number)} />
      <TagsBlock {...props} />
      <SimilarBlock ticket={props.ticket} />
    </div>
  );
}
