import { activities } from './en/activities.ts';
import { approvals } from './en/approvals.ts';
import { arrivals } from './en/arrivals.ts';
import { attachments } from './en/attachments.ts';
import { board } from './en/board.ts';
import { bulk } from './en/bulk.ts';
import { canned } from './en/canned.ts';
import { composer } from './en/composer.ts';
import { drafts } from './en/drafts.ts';
import { errors } from './en/errors.ts';
import { glossary } from './en/glossary.ts';
import { history } from './en/history.ts';
import { imports } from './en/imports.ts';
import { lists } from './en/lists.ts';
import { mailboxes } from './en/mailboxes.ts';
import { mails } from './en/mails.ts';
import { panel } from './en/panel.ts';
import { people } from './en/people.ts';
import { postponing } from './en/postponing.ts';
import { presence } from './en/presence.ts';
import { resolutions } from './en/resolutions.ts';
import { search } from './en/search.ts';
import { sending } from './en/sending.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { side } from './en/side.ts';
import { templates } from './en/templates.ts';
import { tickets } from './en/tickets.ts';
import { timeEntries } from './en/time-entries.ts';

export const en = {
  ...glossary,
  ...errors,
  ...history,
  ...mails,
  ...mailboxes,
  ...shell,
  ...people,
  ...settings,
  ...tickets,
  ...composer,
  ...search,
  ...approvals,
  ...resolutions,
  ...timeEntries,
  ...activities,
  ...panel,
  ...arrivals,
  ...imports,
  ...templates,
  ...attachments,
  ...postponing,
  ...canned,
  ...sending,
  ...side,
  ...drafts,
  ...presence,
  ...bulk,
  ...board,
  ...lists,
};
