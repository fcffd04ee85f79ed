import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { forgetWorkspaceData } from '../data/query-client.ts';
import { currentWorkspaceSlug, setWorkspaceSlug } from '../data/workspace.ts';
import { Frame } from './frame.tsx';
import { LostPage, NotFoundPage } from './not-found-page.tsx';

/** What the address says behind its question mark; every page reads what it knows. */
export type Search = Record<string, string | undefined>;
export const anySearch = (search: Record<string, unknown>): Search => search as Search;

export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: LostPage });

/** Everything inside one workspace, in the frame. */
export const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/w/$slug',
  beforeLoad: ({ params, preload }) => {
    if (preload || params.slug === currentWorkspaceSlug()) return;
    if (currentWorkspaceSlug()) forgetWorkspaceData();
    setWorkspaceSlug(params.slug);
  },
  component: Frame,
  notFoundComponent: NotFoundPage,
});
