// How mail programs mark quoted history in HTML, by class, id, style and attribute.
import type { Element } from 'domhandler';

/** `inside`: the element is history. `after`: it and all that follows it is. */
export type Marker = 'inside' | 'after' | null;

/** Outlook on the web puts `x_` in front of names each time a mail is quoted. */
const PREFIX = /^(?:x_)+/;

const INSIDE_CLASSES = new Set([
  'gmail_quote',
  'gmail_quote_container',
  'gmail_attr',
  'yahoo_quoted',
  'yahoo-quoted-begin',
  'protonmail_quote',
  'tutanota_quote',
  'zmail_extra',
  'moz-forward-container',
  'moz-cite-prefix',
  'moz-email-headers-table',
  'outlookmessageheader',
  'bloop_original_html',
  'airmail_ext_on',
  'hmquote',
  'ms-outlook-mobile-reference-message',
  'mcntquote',
  'wordsection1-quote',
  'front-blockquote',
  'hs_reply',
  'skiff-mail-quote',
  'nylas-quote',
  'mailbox_signature_quote',
  'freshdesk_quote',
  'zd-quoted',
  'quoted-text',
  'history_container',
  'js-quoted-text',
]);

const INSIDE_IDS = new Set([
  'olk_src_body_section',
  'mail-editor-reference-message-container',
  'isforwardcontent',
  'isreplycontent',
  'oriquote',
  'qm_quote',
  'reply-intro',
  'yahoo_quoted',
  'origbody',
  'rcmreplyintro',
  'replyblockquote',
  'ms-outlook-mobile-body-separator-line-quote',
  '3d"gmail_quote"',
  'freshdesk_quote',
  'mailreplyheader',
  'orgmailcontent',
]);

const AFTER_IDS = new Set([
  'divrplyfwdmsg',
  'appendonsend',
  'zwchr',
  'stopspelling',
  'replysplit',
  'sunriseoriginal',
  'm_reply_header',
  'mozcite',
  'originalmessagedivider',
]);

/** A line above, as Outlook and Windows Mail draw it over a printed header block. */
const RULE_ABOVE = /border(?:-top)?(?:-style)?:[^;]{0,60}\bsolid\b/i;

function names(value: string | undefined): string[] {
  return (value ?? '')
    .toLowerCase()
    .slice(0, 500)
    .split(/\s+/)
    .map(name => name.replace(PREFIX, ''));
}

/** What this element marks by itself. */
export function markerOf(element: Element): Marker {
  const { id, name, class: classes } = element.attribs;
  const [plainId = ''] = names(id);
  if (AFTER_IDS.has(plainId)) return 'after';
  if (INSIDE_IDS.has(plainId)) return 'inside';
  // Gmail's own quote button makes a blockquote of that class: emphasis of the writer's.
  if (element.name !== 'blockquote' && names(classes).some(one => INSIDE_CLASSES.has(one))) return 'inside';
  if (
    element.attribs['data-marker'] === '__QUOTED_TEXT__' ||
    element.attribs['data-marker'] === '__DIVIDER__'
  )
    return 'inside';
  if (element.name === 'includetail') return 'inside';
  return element.name === 'div' && name === 'quote' ? 'inside' : null;
}

/** Whether a line is drawn over this element: history, if a printed header block is in it. */
export function hasRuleAbove(element: Element): boolean {
  const style = element.attribs.style ?? '';
  return element.name === 'div' && style.length < 1000 && style.includes('top') && RULE_ABOVE.test(style);
}

/** How sure a blockquote is a quote of a mail: 2 by its marks, 1 when it may be the writer's own emphasis. */
export function quoteLevel(element: Element): 0 | 1 | 2 {
  if (element.name !== 'blockquote') return 0;
  if (element.attribs.type?.toLowerCase() === 'cite') return 2;
  return names(element.attribs.class).some(one => one !== 'gmail_quote' && /quote|cite|uol/.test(one))
    ? 2
    : 1;
}
