import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './root-routes.tsx';

const load = () => import('../settings/index.ts');
/** The settings, a menu beside its pages. */
const baseRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'settings',
  component: lazyRouteComponent(load, 'SettingsLayout'),
});
const getParentRoute = () => baseRoute;

const mailboxRoute = createRoute({
  getParentRoute,
  path: 'mailboxes/$mailboxId',
  component: lazyRouteComponent(load, 'MailboxPage'),
});

const templateRoute = createRoute({
  getParentRoute,
  path: 'templates/$kind',
  component: lazyRouteComponent(load, 'TemplatePage'),
});

export const settingsRoute = baseRoute.addChildren([
  createRoute({ getParentRoute, path: '/', component: lazyRouteComponent(load, 'SettingsHome') }),
  createRoute({ getParentRoute, path: 'workspace', component: lazyRouteComponent(load, 'WorkspacePage') }),
  createRoute({ getParentRoute, path: 'mailboxes', component: lazyRouteComponent(load, 'MailboxesPage') }),
  mailboxRoute,
  createRoute({ getParentRoute, path: 'templates', component: lazyRouteComponent(load, 'TemplatesPage') }),
  templateRoute,
  createRoute({ getParentRoute, path: 'import', component: lazyRouteComponent(load, 'ImportPage') }),
  createRoute({ getParentRoute, path: 'quarantine', component: lazyRouteComponent(load, 'QuarantinePage') }),
  createRoute({ getParentRoute, path: 'folders', component: lazyRouteComponent(load, 'FoldersPage') }),
  createRoute({ getParentRoute, path: 'tags', component: lazyRouteComponent(load, 'TagsPage') }),
  createRoute({ getParentRoute, path: 'ticket', component: lazyRouteComponent(load, 'TicketSettingsPage') }),
  createRoute({ getParentRoute, path: 'types', component: lazyRouteComponent(load, 'TypesPage') }),
  createRoute({ getParentRoute, path: 'segments', component: lazyRouteComponent(load, 'SegmentsPage') }),
  createRoute({
    getParentRoute,
    path: 'contact-fields',
    component: lazyRouteComponent(load, 'ContactFieldsPage'),
  }),
  createRoute({ getParentRoute, path: 'canned', component: lazyRouteComponent(load, 'CannedPage') }),
  createRoute({ getParentRoute, path: 'teams', component: lazyRouteComponent(load, 'TeamsPage') }),
  createRoute({ getParentRoute, path: 'agents', component: lazyRouteComponent(load, 'AgentsPage') }),
  createRoute({ getParentRoute, path: 'profile', component: lazyRouteComponent(load, 'ProfilePage') }),
  createRoute({ getParentRoute, path: 'sessions', component: lazyRouteComponent(load, 'SessionsPage') }),
]);
