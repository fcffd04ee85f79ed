import { createRoute, lazyRouteComponent, useMatchRoute } from '@tanstack/react-router';
import type { View } from '../../contract/routes/tickets.ts';
import { anySearch, workspaceRoute } from './base-routes.tsx';

const TicketsPage = lazyRouteComponent(() => import('../tickets/tickets-page.tsx'), 'TicketsPage');
const NewTicketPage = lazyRouteComponent(() => import('../tickets/new-ticket-page.tsx'), 'NewTicketPage');
const TicketPage = lazyRouteComponent(() => import('../tickets/ticket-page.tsx'), 'TicketPage');

const getParentRoute = () => workspaceRoute;

function viewRoute<const V extends View>(view: V) {
  return createRoute({
    getParentRoute,
    path: view,
    validateSearch: anySearch,
    component: () => <TicketsPage key={view} view={view} />,
  });
}

const folderRoute = createRoute({
  getParentRoute,
  path: 'folders/$folderId',
  validateSearch: anySearch,
  component: function FolderRoute() {
    const { folderId } = folderRoute.useParams();
    return <TicketsPage key={folderId} view="inbox" folderId={folderId} />;
  },
});

// The tab is a child without content, so that changing it does not rebuild the ticket and what is being typed.
const ticketRoute = createRoute({
  getParentRoute,
  path: 'tickets/$number',
  validateSearch: anySearch,
  component: function TicketRoute() {
    const { number } = ticketRoute.useParams();
    const isHistory = useMatchRoute()({ to: '/w/$slug/tickets/$number/history' }) !== false;
    return <TicketPage key={number} number={number} tab={isHistory ? 'history' : 'conversation'} />;
  },
});
const historyRoute = createRoute({
  getParentRoute: () => ticketRoute,
  path: 'history',
  component: () => null,
});

/** Lists of tickets, one ticket, a new one. */
export const ticketRoutes = [
  viewRoute('inbox'),
  viewRoute('mine'),
  viewRoute('unanswered'),
  viewRoute('pending'),
  viewRoute('closed'),
  viewRoute('all'),
  folderRoute,
  createRoute({
    getParentRoute,
    path: 'tickets/new',
    validateSearch: anySearch,
    component: NewTicketPage,
  }),
  ticketRoute.addChildren([historyRoute]),
] as const;

/** Loads the code of the pages that an agent opens next, once the browser has nothing else to do. */
export function preloadTicketPages(): void {
  const load = () => {
    for (const page of [TicketPage, TicketsPage, NewTicketPage]) void page.preload?.();
  };
  if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: 4000 });
  else setTimeout(load, 1500);
}
