// The whole reading of one mail: raw bytes in, a mail or a stub out.
import { countAddresses, readAddresses, readMessageIds, readReturnPath } from './addresses.ts';
import { readBodies } from './bodies.ts';
import { readCalendar } from './calendar.ts';
import { readForward } from './forward.ts';
import { type Field, field, fieldsOf, textField } from './header-fields.ts';
import { defaultLimits, holdTo, htmlChecked, LimitBreach, type ReadLimits } from './limits.ts';
import { readMachine } from './machine.ts';
import type { Mailbox, MailHeaders, Notice, ReadMail, ReadResult, StubFacts, StubReason } from './mail.ts';
import { readTree } from './mime-tree.ts';
import { splitReply } from './reply-text.ts';
import { sanitise } from './sanitise.ts';
import { openWrapped } from './wrapped.ts';

const ADDRESS_HEADERS = ['from', 'sender', 'reply-to', 'to', 'cc', 'bcc'];

function checkAddresses(fields: Field[], limits: ReadLimits): void {
  const headers = fields.filter(one => ADDRESS_HEADERS.includes(one.key));
  holdTo(
    limits.addresses,
    headers.reduce((sum, one) => sum + countAddresses(one.value), 0),
    'too-many-addresses',
  );
}

function addressesOf(fields: Field[], key: string): Mailbox[] {
  return fieldsOf(fields, key).flatMap(readAddresses);
}

/** Reply-To unless that only leads back to the list or mailbox written to; then the person a list names. */
function effectiveSender(fields: Field[], from: Mailbox): Mailbox {
  const written = [...addressesOf(fields, 'to'), ...addressesOf(fields, 'cc')].map(one =>
    one.address.toLowerCase(),
  );
  const replyTo = addressesOf(fields, 'reply-to').find(
    one => one.address.includes('@') && !written.includes(one.address.toLowerCase()),
  );
  return replyTo ?? addressesOf(fields, 'x-original-sender').find(one => one.address.includes('@')) ?? from;
}

function readHeaders(fields: Field[]): MailHeaders {
  return {
    autoSubmitted: textField(fields, 'auto-submitted'),
    precedence: textField(fields, 'precedence'),
    listId: textField(fields, 'list-id'),
    listUnsubscribe: textField(fields, 'list-unsubscribe'),
    returnPath: readReturnPath(field(fields, 'return-path')),
    xAutoResponseSuppress: textField(fields, 'x-auto-response-suppress'),
    authenticationResults: fieldsOf(fields, 'authentication-results'),
    spamMarks: ['x-spam-flag', 'x-spam-status', 'x-spam'].flatMap(key => fieldsOf(fields, key)),
    importance: textField(fields, 'importance') ?? textField(fields, 'x-priority'),
    contentLanguage: textField(fields, 'content-language'),
    userAgent: textField(fields, 'user-agent') ?? textField(fields, 'x-mailer'),
  };
}

/** The date of a Date header as ISO 8601, or null. Takes comments and a weekday that is wrong. */
export function readDate(value: string | null): string | null {
  if (!value) return null;
  const plain = value
    .slice(0, 100)
    .replace(/\([^()]*\)/g, ' ')
    .trim();
  for (const form of [plain, plain.replace(/^[^\d]{0,12}(?=\d)/, '')]) {
    const at = new Date(form);
    if (!Number.isNaN(at.getTime()) && at.getUTCFullYear() > 1970 && at.getUTCFullYear() < 2200)
      return at.toISOString();
  }
  return null;
}

function build(raw: Buffer, limits: ReadLimits): ReadMail {
  const notices = new Set<Notice>();
  const root = readTree(raw, limits, notices);
  const { fields } = root;
  openWrapped(root, limits, notices);
  checkAddresses(fields, limits);
  const bodies = readBodies(root, limits, notices);
  const from = addressesOf(fields, 'from')[0] ??
    addressesOf(fields, 'sender')[0] ?? { name: '', address: '' };
  if (from.address === '') notices.add('no-from');
  const reply = splitReply(bodies, htmlChecked(limits));
  const clean = (html: string | null) => (html === null ? null : sanitise(html, htmlChecked(limits)));
  const safeHtml = clean(bodies.html);
  const subject = textField(fields, 'subject') ?? '';
  const inReplyTo = readMessageIds(field(fields, 'in-reply-to'))[0] ?? null;
  const verdict = readMachine({ ...bodies, fields, from, subject, type: root.type, params: root.params });
  const isReport = verdict.machine.bounce || verdict.machine.report !== null;
  return {
    messageId: readMessageIds(field(fields, 'message-id'))[0] ?? null,
    inReplyTo,
    references: readMessageIds(fieldsOf(fields, 'references').join(' ')),
    from,
    replyTo: addressesOf(fields, 'reply-to'),
    sender: addressesOf(fields, 'sender')[0] ?? null,
    effectiveSender: effectiveSender(fields, from),
    to: addressesOf(fields, 'to'),
    cc: addressesOf(fields, 'cc'),
    deliveredTo: ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].flatMap(key =>
      addressesOf(fields, key).map(one => one.address),
    ),
    subject,
    date: readDate(field(fields, 'date')),
    headers: readHeaders(fields),
    text: bodies.text,
    html: bodies.html,
    safeHtml,
    newText: reply.newText,
    newHtml: reply.newHtml === bodies.html ? safeHtml : clean(reply.newHtml),
    quotedText: reply.quotedText,
    quotedHtml: clean(reply.quotedHtml),
    signature: reply.signature,
    attachments: bodies.attachments,
    calendar: readCalendar(root),
    ...verdict,
    forwarded: isReport ? null : readForward({ lines: reply.lines, subject, isReply: inReplyTo !== null }),
    notices: [...notices],
  };
}

/** What a stub ticket can be titled with, from the first bytes of a mail that could not be read whole. Never throws. */
export function peek(raw: Uint8Array): StubFacts {
  try {
    const head = Buffer.from(raw.subarray(0, 32 * 1024));
    const limits = { ...defaultLimits, parts: 1, htmlBytes: 0 };
    const root = readTree(head.subarray(0, blankLine(head)), limits, new Set());
    return {
      from: addressesOf(root.fields, 'from')[0] ?? null,
      subject: textField(root.fields, 'subject'),
      messageId: readMessageIds(field(root.fields, 'message-id'))[0] ?? null,
    };
  } catch {
    return { from: null, subject: null, messageId: null };
  }
}

function blankLine(head: Buffer): number {
  const at = /\r?\n\r?\n/.exec(head.toString('latin1'))?.index;
  return at ? at + 1 : head.length;
}

function stub(reason: StubReason, raw: Uint8Array): ReadResult {
  return { stub: reason, ...peek(raw) };
}

/** Mails of old programs end their lines with CR alone. */
function withLineFeeds(raw: Buffer): Buffer {
  if (raw.includes(0x0a) || !raw.includes(0x0d)) return raw;
  const copy = Buffer.from(raw);
  for (let i = 0; i < copy.length; i++) if (copy[i] === 0x0d) copy[i] = 0x0a;
  return copy;
}

/** Reads one raw mail within the limits (bytes, counts) of S10; gives a stub for a breach. Never throws. */
export function parseMail(raw: Uint8Array, limits: ReadLimits = defaultLimits): ReadResult {
  if (raw.length > limits.messageBytes) return stub('message-too-big', raw);
  try {
    const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
    return { mail: build(withLineFeeds(bytes), limits) };
  } catch (error) {
    return stub(error instanceof LimitBreach ? error.reason : 'unreadable', raw);
  }
}
