import type { en } from './en.ts';
import { activities } from './fr/activities.ts';
import { approvals } from './fr/approvals.ts';
import { arrivals } from './fr/arrivals.ts';
import { attachments } from './fr/attachments.ts';
import { board } from './fr/board.ts';
import { bulk } from './fr/bulk.ts';
import { canned } from './fr/canned.ts';
import { composer } from './fr/composer.ts';
import { drafts } from './fr/drafts.ts';
import { errors } from './fr/errors.ts';
import { glossary } from './fr/glossary.ts';
import { history } from './fr/history.ts';
import { imports } from './fr/imports.ts';
import { lists } from './fr/lists.ts';
import { mailboxes } from './fr/mailboxes.ts';
import { mails } from './fr/mails.ts';
import { panel } from './fr/panel.ts';
import { people } from './fr/people.ts';
import { postponing } from './fr/postponing.ts';
import { presence } from './fr/presence.ts';
import { resolutions } from './fr/resolutions.ts';
import { search } from './fr/search.ts';
import { sending } from './fr/sending.ts';
import { settings } from './fr/settings.ts';
import { shell } from './fr/shell.ts';
import { side } from './fr/side.ts';
import { templates } from './fr/templates.ts';
import { tickets } from './fr/tickets.ts';
import { timeEntries } from './fr/time-entries.ts';

const texts = {
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
export const fr: Record<keyof typeof en, string> &
  Record<keyof typeof texts, keyof typeof texts extends keyof typeof en ? string : never> = texts;
