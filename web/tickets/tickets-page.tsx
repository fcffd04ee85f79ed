import type { View } from '../../contract/routes/tickets.ts';

/** The list of tickets of a view, longest waiting first; `folderId` narrows it to one folder. */
export function TicketsPage({ view, folderId }: { view: View; folderId?: string }) {
  return <div data-view={view} data-folder={folderId} />;
}
