// Between the form of a mailbox and what the API takes and gives.
import type { Language } from '../../contract/fields.ts';
import type { Call, Reply } from '../../contract/route.ts';
import type { routes } from '../../contract/routes/index.ts';

export type Mailbox = Reply<typeof routes.mail.list>['mailboxes'][number];
export type MailboxBody = Call<typeof routes.mail.add>['body'];
export type Security = 'tls' | 'starttls' | 'none';

export interface ServerValues {
  host: string;
  port: number | string;
  security: Security;
  user: string;
  password: string;
}

export interface MailboxValues {
  name: string;
  address: string;
  fetches: boolean;
  imap: ServerValues & { folder: string };
  sends: boolean;
  smtp: ServerValues;
  folderId: string | null;
  teamId: string | null;
  language: Language;
  acknowledges: boolean;
  usesPlusAddress: boolean;
  isEnabled: boolean;
  /** Whether the mailbox's server is believed when it tells who sent a mail, and its name there ('' for the topmost). */
  believesServer: boolean;
  resultsBy: string;
}

const noServer: ServerValues = { host: '', port: 993, security: 'tls', user: '', password: '' };

/** The form of a mailbox that is not there yet. */
export function emptyMailbox(language: Language): MailboxValues {
  return {
    name: '',
    address: '',
    fetches: true,
    imap: { ...noServer, folder: 'INBOX' },
    sends: true,
    smtp: { ...noServer, port: 465 },
    folderId: null,
    teamId: null,
    language,
    acknowledges: true,
    usesPlusAddress: false,
    isEnabled: true,
    believesServer: false,
    resultsBy: '',
  };
}

/** The form of a mailbox as it is. Passwords never come back: an empty one means "as it was". */
export function valuesOf(mailbox: Mailbox): MailboxValues {
  const empty = emptyMailbox(mailbox.language);
  const { name, address, folderId, teamId, language, acknowledges, usesPlusAddress, isEnabled } = mailbox;
  return {
    ...{ name, address, folderId, teamId, language, acknowledges, usesPlusAddress, isEnabled },
    fetches: mailbox.imap !== null,
    imap: mailbox.imap ? { ...pick(mailbox.imap), folder: mailbox.imap.folder } : empty.imap,
    believesServer: mailbox.resultsBy !== null,
    resultsBy: mailbox.resultsBy ?? '',
    sends: mailbox.smtp !== null,
    smtp: mailbox.smtp ? pick(mailbox.smtp) : empty.smtp,
  };
}

function pick({ host, port, security, user }: Omit<ServerValues, 'password'>): ServerValues {
  return { host, port, security, user, password: '' };
}

function send<T extends ServerValues>({ password, port, ...server }: T) {
  return { ...server, port: Number(port), ...(password ? { password } : {}) };
}

/** What the API takes: servers that are not used are null, passwords left out stay as they are. */
export function bodyOf({
  fetches,
  sends,
  imap,
  smtp,
  believesServer,
  resultsBy,
  ...rest
}: MailboxValues): MailboxBody {
  const results = fetches && believesServer ? resultsBy.trim() : null;
  return { ...rest, resultsBy: results, imap: fetches ? send(imap) : null, smtp: sends ? send(smtp) : null };
}
