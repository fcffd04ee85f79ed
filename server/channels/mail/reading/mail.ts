import type { CalendarEntry } from '../../../../contract/calendar-entry.ts';

/** One address as a header gives it; the name decoded, the address as written ('' when there is none). */
export type Mailbox = { name: string; address: string };

/** Headers that later decisions (threading, RFC 3834, spam) look at; the raw mail keeps all others. */
export type MailHeaders = {
  autoSubmitted: string | null;
  precedence: string | null;
  listId: string | null;
  listUnsubscribe: string | null;
  /** The reverse path without angle brackets; '' is the null path, null means that no header told. */
  returnPath: string | null;
  xAutoResponseSuppress: string | null;
  authenticationResults: string[];
  /** What filters in front of the desk say: X-Spam-Flag, X-Spam-Status and X-Spam. */
  spamMarks: string[];
  importance: string | null;
  contentLanguage: string | null;
  userAgent: string | null;
};

/** A file that came with the mail, decoded. `size` in bytes, `sha256` in hex. */
export type ReadAttachment = {
  name: string;
  type: string;
  size: number;
  sha256: string;
  /** Content-ID without angle brackets, as `cid:` links in the HTML use it. */
  contentId: string | null;
  isInline: boolean;
  content: Uint8Array;
};

/** What kind of report a mail is, when a machine wrote it about another mail. */
export type MailReport = 'abuse' | 'delivery' | 'receipt' | null;

/** What tells a machine's mail from a person's (RFC 3834, RFC 3464, RFC 5965). */
export type MachineVerdict = {
  autoReply: boolean;
  bounce: boolean;
  /** True: the address is dead; false: it may work later; null: not a bounce, or the report does not tell. */
  hard: boolean | null;
  /** Addresses that the report is about. */
  recipients: string[];
  /** A bounce that is none yet: the mail waits and is tried again. */
  isDelay: boolean;
  /** What the server said that did not take the mail, in its words; '' where the report does not tell. */
  diagnosis: string;
  report: MailReport;
  /** Code of the sign that decided, for the log and the screen; null for a person's mail. */
  reason: string | null;
};

/** The mail inside a forward, as the forwarding program printed it; all texts undecorated. */
export type ForwardedMail = {
  /** What the forwarding person wrote above. */
  top: string;
  from: string;
  fromAddress: string | null;
  subject: string;
  date: string;
  to: string;
  cc: string;
  text: string;
};

/** A mail, read. JSON-able but for the attachments' bytes. */
export type ReadMail = {
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  from: Mailbox;
  replyTo: Mailbox[];
  sender: Mailbox | null;
  /** Whom an answer reaches: Reply-To, the person behind a list, or From. For threading trust `from` only (S5). */
  effectiveSender: Mailbox;
  to: Mailbox[];
  cc: Mailbox[];
  deliveredTo: string[];
  subject: string;
  /** ISO 8601 in UTC, null when the header is absent or no date. */
  date: string | null;
  headers: MailHeaders;
  text: string;
  /** As it came: never shown. Null as well where it is over a limit (S10): it is then a file of the mail. */
  html: string | null;
  /** Sanitised (S12, S13): remote images parked in `data-remote-src`, `cid:` images kept. */
  safeHtml: string | null;
  newText: string;
  newHtml: string | null;
  quotedText: string;
  quotedHtml: string | null;
  signature: string;
  attachments: ReadAttachment[];
  calendar: CalendarEntry | null;
  machine: MachineVerdict;
  /** Whether an automatic answer may be sent at all (RFC 3834, S9). */
  mayAcknowledge: boolean;
  forwarded: ForwardedMail | null;
  /** Codes of what was cut, repaired or odd. */
  notices: Notice[];
};

export type Notice =
  | 'html-too-large'
  | 'html-too-deep'
  | 'charset-repaired'
  | 'boundary-missing'
  | 'no-from'
  | 'headers-broken'
  | 'line-ends-repaired'
  | 'signed-smime'
  | 'signed-pgp'
  | 'encrypted-smime'
  | 'encrypted-pgp';

/** Why a mail could only be kept as a stub with its raw form (S10, P6). */
export type StubReason =
  | 'message-too-big'
  | 'header-too-big'
  | 'too-many-headers'
  | 'too-many-addresses'
  | 'too-deep'
  | 'too-many-parts'
  | 'too-many-attachments'
  | 'too-slow'
  | 'too-big'
  | 'crashed'
  | 'unreadable';

/** What little a stub can tell; each field null where even that could not be read. */
export type StubFacts = { from: Mailbox | null; subject: string | null; messageId: string | null };

/** `mail` and never a stub, or a stub and never a mail. */
export type ReadResult =
  | { mail: ReadMail; stub?: undefined }
  | ({ stub: StubReason; mail?: undefined } & StubFacts);
