import { composer } from './en/composer.ts';
import { errors } from './en/errors.ts';
import { glossary } from './en/glossary.ts';
import { history } from './en/history.ts';
import { mailboxes } from './en/mailboxes.ts';
import { mails } from './en/mails.ts';
import { people } from './en/people.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { tickets } from './en/tickets.ts';

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
};
