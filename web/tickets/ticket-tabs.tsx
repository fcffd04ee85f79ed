import { type ComponentType, lazy } from 'react';
import type { Ticket } from './ticket-queries.ts';

export interface TabProps {
  ticket: Ticket;
  /** The ticket's number as it stands in the address. */
  number: string;
}

interface Tab {
  /** Its name in the address and in `tickets.tab.<name>`. */
  name: keyof Ticket['counts'];
  /** Undefined for the conversation, which stays in the page while another tab is read. */
  Page?: ComponentType<TabProps>;
}

/** The tabs of a ticket in their order, each a page with an address of its own (ZOH-01). */
export const ticketTabs: readonly Tab[] = [
  { name: 'conversation' },
  {
    name: 'history',
    Page: lazy(() => import('./history-tab.tsx').then(({ HistoryTab }) => ({ default: HistoryTab }))),
  },
  {
    name: 'approval',
    Page: lazy(async () => ({ default: (await import('../approvals/approval-tab.tsx')).ApprovalTab })),
  },
  {
    name: 'resolution',
    Page: lazy(async () => ({ default: (await import('../resolutions/resolution-tab.tsx')).ResolutionTab })),
  },
  {
    name: 'activities',
    Page: lazy(async () => ({ default: (await import('../activities/activities-tab.tsx')).ActivitiesTab })),
  },
  {
    name: 'time',
    Page: lazy(async () => ({ default: (await import('../time-entries/time-tab.tsx')).TimeTab })),
  },
  {
    name: 'attachments',
    Page: lazy(() =>
      import('../attachments/attachments-tab.tsx').then(({ AttachmentsTab }) => ({
        default: AttachmentsTab,
      })),
    ),
  },
];

export type TabName = Tab['name'];

/** The tab that an address names; undefined for none of ours. */
export function tabNamed(name: string | undefined): Tab | undefined {
  return ticketTabs.find(tab => tab.name === (name ?? 'conversation'));
}
