import { cannedRoutes } from './canned.ts';
import { mailRoutes } from './mail.ts';
import { messageRoutes } from './messages.ts';
import { peopleRoutes } from './people.ts';
import { sessionRoutes } from './session.ts';
import { ticketRoutes } from './tickets.ts';
import { viewRoutes } from './views.ts';
import { workspaceRoutes } from './workspaces.ts';

/** Every endpoint of the product, by room. */
export const routes = {
  session: sessionRoutes,
  workspaces: workspaceRoutes,
  people: peopleRoutes,
  tickets: ticketRoutes,
  messages: messageRoutes,
  mail: mailRoutes,
  views: viewRoutes,
  canned: cannedRoutes,
};
