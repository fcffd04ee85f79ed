// Every address of the agents' app, and the page behind it.
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { contactRoutes } from './contact-routes.tsx';
import { PageProblem } from './page-problem.tsx';
import { publicRoutes } from './public-routes.tsx';
import { rootRoute, workspaceRoute } from './root-routes.tsx';
import { readSearch, writeSearch } from './search-params.ts';
import { settingsRoute } from './settings-routes.tsx';
import { ticketRoutes } from './ticket-routes.tsx';

const homeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/w/$slug/inbox', params, replace: true });
  },
});

const routeTree = rootRoute.addChildren([
  ...publicRoutes,
  workspaceRoute.addChildren([homeRoute, ...ticketRoutes, ...contactRoutes, settingsRoute]),
]);

export const router = createRouter({
  routeTree,
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  defaultPendingMs: 250,
  scrollRestoration: true,
  defaultErrorComponent: PageProblem,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
