import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { anySearch, rootRoute } from './root-routes.tsx';
import { StartPage } from './start-page.tsx';

const getParentRoute = () => rootRoute;

/** Where somebody stands before a workspace is known. */
export const publicRoutes = [
  createRoute({ getParentRoute, path: '/', component: StartPage }),
  createRoute({
    getParentRoute,
    path: '/sign-in',
    validateSearch: anySearch,
    component: lazyRouteComponent(() => import('../people/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/setup',
    validateSearch: anySearch,
    component: lazyRouteComponent(() => import('../people/setup-page.tsx'), 'SetupPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/invitation',
    validateSearch: anySearch,
    component: lazyRouteComponent(() => import('../people/invitation-page.tsx'), 'InvitationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/forgot',
    component: lazyRouteComponent(() => import('../people/forgot-page.tsx'), 'ForgotPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/reset',
    validateSearch: anySearch,
    component: lazyRouteComponent(() => import('../people/reset-page.tsx'), 'ResetPage'),
  }),
] as const;
