// Every address of the agents' app, and the page behind it.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { views } from '../../contract/routes/tickets.ts';
import { forgetWorkspaceData } from '../data/query-client.ts';
import { currentWorkspaceSlug, setWorkspaceSlug } from '../data/workspace.ts';
import { Frame } from './frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { PageProblem } from './page-problem.tsx';
import { readSearch, writeSearch } from './search-params.ts';
import { settingsRoutes } from './settings-routes.tsx';
import { StartPage } from './start-page.tsx';

const TicketsPage = lazyRouteComponent(() => import('../tickets/tickets-page.tsx'), 'TicketsPage');
const NewTicketPage = lazyRouteComponent(() => import('../tickets/new-ticket-page.tsx'), 'NewTicketPage');
const TicketPage = lazyRouteComponent(() => import('../tickets/ticket-page.tsx'), 'TicketPage');

type Search = Record<string, string | undefined>;
/** Pages of tickets read their own search part: it is handed on as it is. */
const anySearch = (search: Record<string, unknown>): Search => search as Search;

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

const startRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: StartPage });
const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('../people/sign-in-page.tsx'), 'SignInPage'),
});
const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('../people/setup-page.tsx'), 'SetupPage'),
});
const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('../people/invitation-page.tsx'), 'InvitationPage'),
});
const forgotRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot',
  component: lazyRouteComponent(() => import('../people/forgot-page.tsx'), 'ForgotPage'),
});
const resetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('../people/reset-page.tsx'), 'ResetPage'),
});

export const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/w/$slug',
  beforeLoad: ({ params, preload }) => {
    if (preload || params.slug === currentWorkspaceSlug()) return;
    if (currentWorkspaceSlug()) forgetWorkspaceData();
    setWorkspaceSlug(params.slug);
  },
  component: Frame,
});
const homeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/w/$slug/$view', params: { slug: params.slug, view: 'inbox' }, replace: true });
  },
});
const viewRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/$view',
  validateSearch: anySearch,
  component: function ViewRoute() {
    const { view } = viewRoute.useParams();
    const known = views.find(each => each === view);
    return known ? <TicketsPage key={known} view={known} /> : <NotFoundPage />;
  },
});
const folderRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/folders/$folderId',
  validateSearch: anySearch,
  component: function FolderRoute() {
    const { folderId } = folderRoute.useParams();
    return <TicketsPage key={folderId} view="inbox" folderId={folderId} />;
  },
});
const newTicketRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/tickets/new',
  validateSearch: anySearch,
  component: NewTicketPage,
});
const ticketRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/tickets/$number',
  validateSearch: anySearch,
  component: function TicketRoute() {
    const { number } = ticketRoute.useParams();
    return <TicketPage key={number} number={number} tab="conversation" />;
  },
});
const historyRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/tickets/$number/history',
  validateSearch: anySearch,
  component: function HistoryRoute() {
    const { number } = historyRoute.useParams();
    return <TicketPage key={number} number={number} tab="history" />;
  },
});

const routeTree = rootRoute.addChildren([
  startRoute,
  signInRoute,
  setupRoute,
  invitationRoute,
  forgotRoute,
  resetRoute,
  workspaceRoute.addChildren([
    homeRoute,
    viewRoute,
    folderRoute,
    newTicketRoute,
    ticketRoute,
    historyRoute,
    settingsRoutes(() => workspaceRoute),
  ]),
]);

export const router = createRouter({
  routeTree,
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  defaultPendingMs: 250,
  scrollRestoration: true,
  defaultErrorComponent: PageProblem,
  defaultNotFoundComponent: NotFoundPage,
});

/** Loads the code of the pages that an agent opens next, once the browser has nothing else to do. */
export function preloadPages(): void {
  const load = () => {
    for (const page of [TicketPage, TicketsPage, NewTicketPage]) void page.preload?.();
  };
  if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: 4000 });
  else setTimeout(load, 1500);
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
