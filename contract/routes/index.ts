import { activityRoutes } from './activities.ts';
import { approvalRoutes } from './approvals.ts';
import { arrivalRoutes, quarantineRoutes } from './arrivals.ts';
import { attachmentRoutes } from './attachments.ts';
import { boardRoutes } from './board.ts';
import { bulkRoutes } from './bulk.ts';
import { cannedRoutes } from './canned.ts';
import { contactRoutes, contactTicketRoutes } from './contacts.ts';
import { draftRoutes } from './drafts.ts';
import { importRoutes } from './imports.ts';
import { mailRoutes } from './mail.ts';
import { messageRoutes } from './messages.ts';
import { moveRoutes } from './moves.ts';
import { notificationRoutes } from './notifications.ts';
import { peopleRoutes } from './people.ts';
import { postponingRoutes } from './postponing.ts';
import { resolutionRoutes } from './resolutions.ts';
import { searchRoutes } from './search.ts';
import { sendingRoutes } from './sending.ts';
import { sessionRoutes } from './session.ts';
import { sideRoutes } from './side.ts';
import { templateRoutes } from './templates.ts';
import { ticketRoutes } from './tickets.ts';
import { timeEntryRoutes } from './time-entries.ts';
import { viewRoutes } from './views.ts';
import { workspaceRoutes } from './workspaces.ts';

/** Every endpoint of the product, by room. */
export const routes = {
  session: sessionRoutes,
  workspaces: workspaceRoutes,
  people: peopleRoutes,
  tickets: ticketRoutes,
  messages: messageRoutes,
  drafts: draftRoutes,
  sending: sendingRoutes,
  mail: mailRoutes,
  arrivals: arrivalRoutes,
  quarantine: quarantineRoutes,
  imports: importRoutes,
  templates: templateRoutes,
  moves: moveRoutes,
  side: sideRoutes,
  views: viewRoutes,
  attachments: attachmentRoutes,
  contacts: contactRoutes,
  contactTickets: contactTicketRoutes,
  postponing: postponingRoutes,
  canned: cannedRoutes,
  board: boardRoutes,
  bulk: bulkRoutes,
  search: searchRoutes,
  resolutions: resolutionRoutes,
  timeEntries: timeEntryRoutes,
  activities: activityRoutes,
  approvals: approvalRoutes,
  notifications: notificationRoutes,
};
