import type { en } from './en.ts';
import { composer } from './fr/composer.ts';
import { errors } from './fr/errors.ts';
import { glossary } from './fr/glossary.ts';
import { history } from './fr/history.ts';
import { mailboxes } from './fr/mailboxes.ts';
import { mails } from './fr/mails.ts';
import { people } from './fr/people.ts';
import { settings } from './fr/settings.ts';
import { shell } from './fr/shell.ts';
import { tickets } from './fr/tickets.ts';

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
};
export const fr: Record<keyof typeof en, string> &
  Record<keyof typeof texts, keyof typeof texts extends keyof typeof en ? string : never> = texts;
