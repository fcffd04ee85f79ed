// From what the reader gives, or could not give, to what the desk takes in.
import type { CalendarEntry } from '../../../../contract/calendar-entry.ts';
import { type Language, maxFileBytes } from '../../../../contract/fields.ts';
import { t } from '../../../../contract/i18n/t.ts';
import type { Incoming } from '../../../desk/messages/index.ts';
import type { Mailbox as Person, ReadMail, StubFacts } from '../reading/index.ts';
import { guessLanguage } from './guess-language.ts';
import { storableText } from './raw-content.ts';
import type { Place } from './threading.ts';

/** Where mail of a mailbox goes; for a mailbox that is gone, the workspace's defaults. */
export interface Destination {
  mailboxId: string | null;
  folderId: string | null;
  teamId: string | null;
  language: Language;
  acknowledges: boolean;
}

type Rest = Pick<Incoming, 'files' | 'at'>;

const longestSubject = 1_000;

/** A mail that was read. Who joins a ticket speaks as From (S5); who opens one is whom an answer reaches. */
export function incomingOf(mail: ReadMail, place: Place, to: Destination, rest: Rest): Incoming {
  const sender = place.joins || place.side ? mail.from : mail.effectiveSender;
  const isLarge = rest.files.some(file => file.size > maxFileBytes);
  return {
    channel: 'mail',
    mailboxId: to.mailboxId,
    folderId: to.folderId,
    teamId: to.teamId,
    language: guessLanguage(mail.newText, mail.headers.contentLanguage, to.language),
    sender: senderOf(sender),
    subject: clean(mail.subject).slice(0, longestSubject),
    text: clean(mail.newText),
    quotedText: clean(mail.quotedText),
    html: mail.safeHtml && clean(mail.safeHtml),
    newHtml: mail.newHtml && clean(mail.newHtml),
    hasRemoteImages: mail.safeHtml?.includes('data-remote-src') ?? false,
    recipients: { to: mail.to.map(addressOf), cc: mail.cc.map(addressOf) },
    messageId: mail.messageId && clean(mail.messageId).slice(0, longestSubject),
    calendar: cleanEntry(mail.calendar),
    notices: [...mail.notices, ...(isLarge ? ['file-over-limit'] : [])],
    joins: place.joins,
    hint: place.hint,
    ...rest,
    files: rest.files.map(file => ({ ...file, name: clean(file.name), type: clean(file.type) })),
  };
}

/** A mail that could not be read (P6): what little is known of it, and where to find it as it came. */
export function stubOf(reason: string, facts: StubFacts, to: Destination, at: Date): Incoming {
  const { language } = to;
  return {
    channel: 'mail',
    mailboxId: to.mailboxId,
    folderId: to.folderId,
    teamId: to.teamId,
    language,
    sender: senderOf(facts.from ?? { name: '', address: '' }),
    subject: clean(facts.subject ?? '').slice(0, longestSubject) || t(language, 'mail.stub.subject'),
    text: `${t(language, 'mail.stub.text')}\n\n${t(language, `mail.stub.reason.${reason}`)}`,
    quotedText: '',
    html: null,
    newHtml: null,
    hasRemoteImages: false,
    recipients: { to: [], cc: [] },
    messageId: facts.messageId && clean(facts.messageId).slice(0, longestSubject),
    notices: [`stub-${reason}`],
    calendar: null,
    files: [],
    joins: null,
    hint: null,
    at,
  };
}

function senderOf({ name, address }: Person): Incoming['sender'] {
  const email = storableText(address).toLowerCase();
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254;
  return { name: storableText(name).slice(0, 200), email: isAddress ? email : null };
}

function addressOf({ name, address }: Person): string {
  return clean(address || name);
}

function cleanEntry(entry: CalendarEntry | null): CalendarEntry | null {
  return (
    entry && {
      ...entry,
      title: clean(entry.title),
      place: clean(entry.place),
      organiser: clean(entry.organiser),
    }
  );
}

/** PostgreSQL takes no NUL in a text. */
function clean(text: string): string {
  return text.replaceAll('\u0000', '');
}
