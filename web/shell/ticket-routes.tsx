import { createRoute, useParams } from '@tanstack/react-router';
import type { View } from '../../contract/routes/tickets.ts';
import { RememberedView } from '../board/remembered-view.tsx';
import { anySearch, workspaceRoute } from './root-routes.tsx';
import {
  BoardPage,
  DraftsPage,
  FeedPage,
  MyActivitiesPage,
  NewTicketPage,
  OverviewPage,
  SavedViewPage,
  ScheduledPage,
  SearchPage,
  TicketPage,
  TicketsPage,
  TimePage,
} from './ticket-pages.ts';

const getParentRoute = () => workspaceRoute;

function viewRoute<const V extends View>(view: V) {
  return createRoute({
    getParentRoute,
    path: view,
    validateSearch: anySearch,
    component: () => (
      <RememberedView scope={view}>
        <TicketsPage key={view} view={view} />
      </RememberedView>
    ),
  });
}

const folderRoute = createRoute({
  getParentRoute,
  path: 'folders/$folderId',
  validateSearch: anySearch,
  component: function FolderRoute() {
    const { folderId } = folderRoute.useParams();
    return (
      <RememberedView scope={folderId}>
        <TicketsPage key={folderId} view="inbox" folderId={folderId} />
      </RememberedView>
    );
  },
});

const savedViewRoute = createRoute({
  getParentRoute,
  path: 'views/$viewId',
  validateSearch: anySearch,
  component: function SavedViewRoute() {
    const { viewId } = savedViewRoute.useParams();
    return <SavedViewPage key={viewId} id={viewId} />;
  },
});

const searchRoute = createRoute({
  getParentRoute,
  path: 'search',
  validateSearch: anySearch,
  component: function SearchRoute() {
    return <SearchPage search={searchRoute.useSearch()} />;
  },
});

// The tab is a child without content, so that changing it does not rebuild the ticket and what is being typed.
const ticketRoute = createRoute({
  getParentRoute,
  path: 'tickets/$number',
  validateSearch: anySearch,
  component: function TicketRoute() {
    const { number } = ticketRoute.useParams();
    const { tab } = useParams({ strict: false });
    return <TicketPage key={number} number={number} tab={tab} />;
  },
});
const tabRoute = createRoute({
  getParentRoute: () => ticketRoute,
  path: '$tab',
  component: () => null,
});

/** Lists of tickets, one ticket, a new one. */
export const ticketRoutes = [
  viewRoute('inbox'),
  viewRoute('mine'),
  viewRoute('unanswered'),
  viewRoute('pending'),
  viewRoute('on-hold'),
  viewRoute('closed'),
  viewRoute('all'),
  folderRoute,
  savedViewRoute,
  createRoute({ getParentRoute, path: 'board', validateSearch: anySearch, component: BoardPage }),
  createRoute({ getParentRoute, path: 'feed', validateSearch: anySearch, component: FeedPage }),
  createRoute({ getParentRoute, path: 'overview', component: OverviewPage }),
  createRoute({ getParentRoute, path: 'drafts', component: DraftsPage }),
  createRoute({ getParentRoute, path: 'scheduled', component: ScheduledPage }),
  searchRoute,
  createRoute({
    getParentRoute,
    path: 'tickets/new',
    validateSearch: anySearch,
    component: NewTicketPage,
  }),
  ticketRoute.addChildren([tabRoute]),
  createRoute({ getParentRoute, path: 'time', component: TimePage }),
  createRoute({ getParentRoute, path: 'activities', component: MyActivitiesPage }),
] as const;
