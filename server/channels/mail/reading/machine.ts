// Whether a machine wrote a mail, and whether a machine may answer it (RFC 3834, RFC 3464, RFC 5965, RFC 8098, S9).
import { type BounceFacts, isBounceSubject, readBounce, readJsonNotice, readsLikeBounce } from './bounce.ts';
import { type Field, field } from './header-fields.ts';
import { autoReplySign, isDaemon, noAnswerSign } from './machine-signs.ts';
import type { MachineVerdict, Mailbox, MailReport, ReadAttachment } from './mail.ts';

export type MachineSource = {
  fields: Field[];
  /** Type and parameters of the mail's top part. */
  type: string;
  params: Record<string, string>;
  from: Mailbox;
  subject: string;
  text: string;
  attachments: ReadAttachment[];
};

const PERSON: MachineVerdict = {
  autoReply: false,
  bounce: false,
  hard: null,
  recipients: [],
  isDelay: false,
  diagnosis: '',
  report: null,
  reason: null,
};

/** Largest report part that is looked at, in bytes. */
const REPORT_BYTES = 200_000;

function partsOf(mail: MachineSource, type: RegExp): string {
  return mail.attachments
    .filter(file => type.test(file.type))
    .map(file => Buffer.from(file.content.subarray(0, REPORT_BYTES)).toString('utf8').replace(/\r\n?/g, '\n'))
    .join('\n\n');
}

function reportType(mail: MachineSource): string {
  return mail.type === 'multipart/report' ? (mail.params['report-type'] ?? '').toLowerCase() : '';
}

function addressesIn(report: string, names: RegExp): string[] {
  return [...new Set([...report.matchAll(names)].map(match => match[1]!.toLowerCase()))];
}

function readAbuse(mail: MachineSource): MachineVerdict | null {
  const report = partsOf(mail, /^message\/feedback-report$/);
  const isStandard = report !== '' || reportType(mail) === 'feedback-report';
  const isHotmail =
    /^(?:complaint about message from|abuse report)/i.test(mail.subject) &&
    (field(mail.fields, 'x-hmxmroriginalrecipient') !== null ||
      mail.attachments.some(file => file.type === 'message/rfc822'));
  if (!isStandard && !isHotmail) return null;
  const recipients = addressesIn(
    report,
    /^(?:original-rcpt-to|removal-recipient)[ \t]*:[ \t]*<?([^\s<>]+@[^\s<>]+)>?/gim,
  );
  return { ...PERSON, autoReply: true, recipients, report: 'abuse', reason: 'feedback-report' };
}

function readReceipt(mail: MachineSource): MachineVerdict | null {
  const report = partsOf(mail, /^message\/disposition-notification$/);
  if (report === '' && reportType(mail) !== 'disposition-notification') return null;
  return { ...PERSON, autoReply: true, report: 'receipt', reason: 'disposition-notification' };
}

function verdict(facts: BounceFacts, reason: string): MachineVerdict {
  const report: MailReport = facts.isFailure ? null : 'delivery';
  const hard = facts.isFailure ? facts.hard : null;
  const { isFailure: bounce, recipients, isDelay, diagnosis } = facts;
  return { autoReply: true, bounce, hard, recipients, isDelay, diagnosis, report, reason };
}

/** The status of a report that came wrapped in another: an attached mail's text, where it holds one. */
function wrappedStatus(mail: MachineSource): string {
  const wrapped = partsOf(mail, /^message\/rfc822$/);
  return /^final-recipient[ \t]*:/im.test(wrapped) ? wrapped : '';
}

function readDelivery(mail: MachineSource): MachineVerdict | null {
  const status = partsOf(mail, /^message\/(?:global-)?delivery-status$/);
  if (status !== '' || /^delivery-status/.test(reportType(mail)))
    return verdict(readBounce(status, mail.text, mail.fields), 'delivery-status');
  const isFromNotice = /@(?:.*\.)?sns\.amazonaws\.com$/i.test(mail.from.address);
  const notice = isFromNotice ? readJsonNotice(mail.text) : null;
  if (notice) return verdict(notice, 'json-notice');
  const isNullPath = /^<\s*>$/.test((field(mail.fields, 'return-path') ?? '').trim());
  const isSystem = isDaemon(mail.from) || isNullPath || field(mail.fields, 'x-failed-recipients') !== null;
  const isTitled = isBounceSubject(mail.subject);
  const auto = autoReplySign(mail.fields, mail.subject);
  // A vacation reply has a null path too: without the title of a report, only a daemon's words are taken for one.
  const speaks =
    isTitled || isDaemon(mail.from) || field(mail.fields, 'x-failed-recipients') !== null || auto === null;
  if (isSystem && speaks && (isTitled || readsLikeBounce(mail.text)))
    return verdict(readBounce(wrappedStatus(mail), mail.text, mail.fields), 'daemon');
  if (
    isTitled &&
    /@/.test(mail.text) &&
    readsLikeBounce(mail.text) &&
    field(mail.fields, 'in-reply-to') === null &&
    /\b[45]\.\d\.\d{1,3}\b|\b[45]\d\d[ -]/.test(mail.text.slice(0, 6000))
  )
    return verdict(readBounce('', mail.text, mail.fields), 'report-text');
  return null;
}

/** Judges one mail. `mayAcknowledge` is false for every machine and wherever S9 forbids an automatic answer. */
export function readMachine(mail: MachineSource): { machine: MachineVerdict; mayAcknowledge: boolean } {
  const report = readAbuse(mail) ?? readReceipt(mail) ?? readDelivery(mail);
  if (report) return { machine: report, mayAcknowledge: false };
  const auto = autoReplySign(mail.fields, mail.subject);
  if (auto) return { machine: { ...PERSON, autoReply: true, reason: auto }, mayAcknowledge: false };
  const silence = noAnswerSign(mail.fields, mail.from);
  return { machine: { ...PERSON, reason: silence }, mayAcknowledge: silence === null };
}
