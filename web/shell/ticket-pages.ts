// The pages about tickets, each loaded when it is first opened or when the browser has nothing else to do.
import { lazyRouteComponent } from '@tanstack/react-router';

// The page that nearly every visit begins with comes with the app.
export { TicketsPage } from '../tickets/tickets-page.tsx';

export const SavedViewPage = lazyRouteComponent(
  () => import('../tickets/saved-view-page.tsx'),
  'SavedViewPage',
);
export const OverviewPage = lazyRouteComponent(() => import('../tickets/overview-page.tsx'), 'OverviewPage');
export const NewTicketPage = lazyRouteComponent(
  () => import('../tickets/new-ticket-page.tsx'),
  'NewTicketPage',
);
export const DraftsPage = lazyRouteComponent(
  () => import('../messages/drafts/drafts-page.tsx'),
  'DraftsPage',
);
export const SearchPage = lazyRouteComponent(() => import('../search/search-page.tsx'), 'SearchPage');
export const MyActivitiesPage = lazyRouteComponent(
  () => import('../activities/my-activities-page.tsx'),
  'MyActivitiesPage',
);
export const TimePage = lazyRouteComponent(() => import('../time-entries/time-page.tsx'), 'TimePage');
export const TicketPage = lazyRouteComponent(() => import('../tickets/ticket-page.tsx'), 'TicketPage');

export const ScheduledPage = lazyRouteComponent(
  () => import('../messages/scheduled-page.tsx'),
  'ScheduledPage',
);
export const BoardPage = lazyRouteComponent(() => import('../board/board-page.tsx'), 'BoardPage');
export const FeedPage = lazyRouteComponent(() => import('../feed/feed-page.tsx'), 'FeedPage');

/** Loads the code of the pages that an agent opens next, once the browser has nothing else to do. */
export function preloadTicketPages(): void {
  const load = () => {
    for (const page of [TicketPage, NewTicketPage, SearchPage]) void page.preload?.();
  };
  if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: 4000 });
  else setTimeout(load, 1500);
}
