// Reports of mail systems about mails that did not arrive: standard ones (RFC 3464) and home-grown ones.
import { isHard, saysDelay } from './bounce-cause.ts';
import { type Field, fieldsOf } from './header-fields.ts';
import { EMAIL } from './quote-patterns.ts';

export type BounceFacts = {
  isFailure: boolean;
  hard: boolean | null;
  recipients: string[];
  /** The mail waits and is tried again. */
  isDelay: boolean;
  /** The words of the server that did not take it. */
  diagnosis: string;
};

const longestDiagnosis = 500;

const SUBJECT =
  /^(?:\W{0,5})(?:undeliver|un-?deliver|delivery (?:status|fail|notif|has|report|problem|error)|delayed mail|failure notice|failed mail|failed delivery|mail (?:delivery|system) (?:fail|error|status|problem|subsystem|system)|mail (?:failed|failure|error|could not)|message (?:delivery|delayed|undeliver|not delivered|could not|status)|returned (?:mail|message|to sender|e-?mail)|returned e?mail|return(?:ing)? to sender|warning: (?:message|could not|e?mail)|nondeliver|non[- ]deliver|non remis|non délivr|notification d.état de remise|échec de (?:la )?(?:remise|distribution|livraison)|message non (?:remis|distribu|délivr)|courrier non|unzustellbar|nicht zustellbar|zustellung|unzustellbarkeit|mailzustellung|no se (?:ha podido|pudo|puede) entregar|no entregado|devuelto|error de entrega|mensagem não|não entregue|falha na entrega|mancato recapito|messaggio non|impossibile recapitare|onbestelbaar|niet bezorgd|retourmail|kan inte leverera|kunne ikke leveres|не доставлено|сообщение не|ваше сообщение|недоставлен|undelivered|unable to deliver|there was an error sending|can ?not deliver|could not (?:send|deliver)|couldn.t deliver|rejected:|postfix smtp server: errors|errors? from|permanent (?:delivery )?failure|mailsystem error|mail system error|email (?:delivery|address) (?:fail|error)|配信|配送|送信できません|退信|系统退信|投递失败)/iu;

const PROSE =
  /(?:not|never|n.t|cannot|un(?:able)?[ -]?(?:to )?)\s?(?:be |been |yet been )?(?:delivered|deliver|sent|accepted|accept mail|reached|reach)|(?:delivery|delivering|transmission|sending)[^\n]{0,60}(?:fail|delay|error|abort|unsuccess|not possible|attempt|problem)|undeliver|returned to (?:the )?sender|permanent (?:fatal )?(?:error|failure)|permanently|user unknown|unknown user|mailbox (?:is )?(?:full|unavailable)|over quota|fatal error|error(?:s)? (?:occurred|while|in processing)|wasn.t able to deliver|following (?:address|recipient|addresse|error)|rejected|has been delayed|will keep trying|transcript of session|host (?:unknown|or domain)|your (?:message|mail|e-mail)[^\n]{0,40}(?:did not|was not|could not|attempted|bounced|cannot)|non remis|n.a pas pu|nicht zugestellt|konnte nicht|no se pudo|non è stato|не (?:было |удалось )?доставлен|недоступ|are not (?:a )?member|not allowed to|unroutable|unrouteable|配送|配信|届け|送信できません|\b[45]\d\d[ -][45]\.\d\.\d{1,3}|\b55\d\b/iu;

const ORIGINAL =
  /^(?:[-=_*|]{2,}.{0,40}(?:copy of|original message|original mail|returned (?:message|mail)|undelivered (?:message|mail)|unsent message|message (?:headers?|text|body) follows?|header of|headers of|attached message|your message follows).{0,60}|-{2,} ?below this line.{0,80}|message headers follow.{0,20}|received: .{0,200}|return-path: .{0,200}|content-type: message\/rfc822.{0,40}|.{0,40}original message follows.{0,40})$/im;

/** The part of a report that is about the failure, without the copy of the mail itself. */
export function withoutOriginal(text: string): string {
  const head = text.slice(0, 20_000);
  const at = head.slice(1).search(ORIGINAL);
  // A copy right at the top would leave nothing to judge by.
  return at < 40 ? head : head.slice(0, at + 1);
}

/** Whether a subject is one of a delivery report. */
export function isBounceSubject(subject: string): boolean {
  return SUBJECT.test(subject.slice(0, 200));
}

/** Whether a text reads like a delivery report. */
export function readsLikeBounce(text: string): boolean {
  return PROSE.test(withoutOriginal(text).slice(0, 6000));
}

function addressIn(value: string): string | null {
  const plain = value.replace(/^\s*(?:rfc822|x400|utf-8|unknown|local|lmtp|smtp|address)\s*;\s*/i, '');
  return EMAIL.exec(plain.slice(0, 1000))?.[0] ?? null;
}

/** The failed addresses as free-form reports name them: alone in a line, or in front of the reason. */
function addressesInProse(text: string): string[] {
  const found: string[] = [];
  for (const line of text.split('\n').slice(0, 200)) {
    const match =
      /^[\s>*•-]{0,12}(?:to|recipient|address|failed recipient|final-recipient)?\s{0,3}:?\s{0,8}[<"']{0,2}([\w.+'=-]{1,64}@[\w.-]{1,200}[\w])[>"']{0,2}\s*(?:$|[:;,(.]|\.{3}|\s{2,}|\s-)/i.exec(
        line.slice(0, 500),
      );
    if (match) found.push(match[1]!);
  }
  return found;
}

const FIELD_LINE =
  /^(final-recipient|original-recipient|action|status|diagnostic-code|x-failed-recipients|remote-mta|x-actual-recipient)[ \t]*:[ \t]*(.*(?:\n[ \t]+.*){0,8})/gim;

function statusFields(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, name = '', value = ''] of text.slice(0, 200_000).matchAll(FIELD_LINE)) {
    const key = name.toLowerCase();
    found.set(key, [...(found.get(key) ?? []), value.replace(/\s+/g, ' ').trim()]);
  }
  return found;
}

/**
 * Reads what failed from the delivery-status parts (their text, '' when there are none), the readable text and the
 * header. `isFailure` is false for reports of success.
 */
export function readBounce(status: string, text: string, fields: Field[]): BounceFacts {
  const prose = withoutOriginal(text);
  const told = statusFields(status || prose);
  const actions = (told.get('action') ?? []).map(value => value.toLowerCase().split(/[\s(;]/)[0]!);
  const statuses = (told.get('status') ?? []).flatMap(
    value => /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(value)?.[0] ?? [],
  );
  const diagnosis = (told.get('diagnostic-code') ?? []).join('\n');
  const inProse = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(prose)?.[0];
  const named = ['final-recipient', 'original-recipient', 'x-actual-recipient', 'x-failed-recipients']
    .flatMap(key => told.get(key) ?? [])
    .concat(fieldsOf(fields, 'x-failed-recipients').flatMap(value => value.split(',')))
    .flatMap(value => addressIn(value) ?? []);
  const recipients = [
    ...new Set((named.length > 0 ? named : addressesInProse(prose)).map(one => one.toLowerCase())),
  ];
  const isSuccess =
    actions.length > 0 && actions.every(action => /^(?:delivered|relayed|expanded)$/.test(action));
  const known = statuses.length > 0 ? statuses : inProse ? [inProse] : [];
  return {
    isFailure: !isSuccess,
    hard: isSuccess ? null : isHard(known, actions, diagnosis, prose),
    recipients,
    isDelay: actions.length > 0 ? actions.every(action => action === 'delayed') : saysDelay(prose),
    diagnosis: plainDiagnosis(diagnosis) || plainDiagnosis(codeLine(prose)),
  };
}

/** A diagnosis without the kind of its code (RFC 3464, 2.3.6), in one line. */
function plainDiagnosis(text: string): string {
  const plain = text.split('\n')[0]!.replace(/^\s*(?:smtp|x-[\w-]+)\s*;\s*/i, '');
  return plain.replace(/\s+/g, ' ').trim().slice(0, longestDiagnosis);
}

/** The first line of a free-form report with an answer of SMTP in it, '' without. */
function codeLine(prose: string): string {
  return prose.split('\n').find(line => /(?:^|\s)[45]\d\d[ -]/.test(line.slice(0, 1000))) ?? '';
}

/** Amazon's notifications of bounces, as JSON in a mail; null for anything else. */
export function readJsonNotice(text: string): BounceFacts | null {
  const start = text.indexOf('{');
  if (start < 0 || start > 2000 || !/"notificationType"\s*:/.test(text.slice(start, start + 20_000)))
    return null;
  const end = text.lastIndexOf('}', start + 200_000);
  try {
    const notice = JSON.parse(text.slice(start, end + 1).replace(/\r?\n/g, '')) as Record<string, unknown>;
    const bounce = (notice.bounce ?? notice.complaint ?? {}) as Record<string, unknown>;
    const people = (bounce.bouncedRecipients ?? bounce.complainedRecipients ?? []) as {
      emailAddress?: string;
    }[];
    const isFailure = notice.notificationType === 'Bounce';
    return {
      isFailure,
      hard: isFailure ? bounce.bounceType === 'Permanent' : null,
      recipients: people.flatMap(one => one.emailAddress?.toLowerCase() ?? []),
      isDelay: false,
      diagnosis: '',
    };
  } catch {
    return null;
  }
}
