// Patterns of the lines that mail programs print above a quoted mail; the words are in quote-vocabulary.ts.
import { FORWARDED_MESSAGE, ORIGINAL_MESSAGE, WROTE } from './quote-vocabulary.ts';

/** How a program opens "On <date>, <name> wrote:". */
export const OPENING =
  /^(?:on|le|am|op|el|em|il|den|dnia|w dniu|på|vào|dne|dňa|pada|în data(?: de)?|la data(?: de)?|a les|tarihinde)\b/iu;

/** How it ends: the verb, whatever stands around it. */
export const WROTE_END = new RegExp(
  `(?:^|[\\s>)"'，,])(?:${WROTE})\\s*(?:[:：]\\s*(?:-{2,})?|-{2,})\\s*$`,
  'iu',
);

/** The same without its colon: only where date and address stand before it. */
export const WROTE_BARE = new RegExp(`[\\s>)](?:${WROTE})\\s*$`, 'iu');

/** "Max Muster on 3 May 2024 at 10:00 wrote:". */
export const ON_AT = /\son\s.{3,60}\sat\s\d/iu;

/** East Asian programs put verb and colon without a blank. */
export const WROTE_END_CJK = /(?:写道|寫道|写入|のメッセージ|書きました|작성)\s*[:：]\s*$/u;

/** Where the verb stands in the middle: "Am 3. Mai 2024 um 10:00 schrieb Max Muster:". */
export const WROTE_INSIDE =
  /\s(?:schrieb|schreef|skrev|heeft|escribió|escreveu|ha scritto|a écrit|wrote|kirjoitti|napisał|napsal|napísal|írta|scris|je napisao)\s[^:]{2,200}:$/iu;

/** A person speaking of their own words is no program. To be asked of small letters: telling cases apart is slow. */
export const OWN_WORDS =
  /(?:\bi|\bwe|\bje|nous|\bich|\bwir|\byo)\s+(?:wrote|avons écrit|schrieb|schrieben|escribí)\s*:?\s*$|j['’]ai\s+écrit/;

/** "Am 3. Mai schrieb ich Ihnen:" is a sentence of the customer's. */
export const OWN_WORDS_INSIDE = /\b(?:schrieb ich|schrieben wir|schreef ik|skrev jag|skrev jeg|I wrote)\b/iu;

/** `you wrote:` needs no name. */
export const YOU_WROTE =
  /\b(?:you wrote|vous avez écrit|tu as écrit|schrieben sie|schriebst du|usted escribió)\s*:?\s*$/iu;

export const EMAIL = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/u;

/** A year or a time of day or a numeric date. */
export const DATE =
  /(?:^|\D)(?:(?:19|20)\d\d(?=\D|$)|\d{1,2}[:.h]\d{2}(?=\D|$)|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})/u;

/** A line that opens with a date: `2011/4/7 Name <a@b>`, `23 mar 2017 21:25 "Name" <a@b>`, `ср, 30 апр. 2025 г. в 15:19`. */
export const DATE_OPENING =
  /^(?:\p{L}{2,12}[.,]{0,2}\s+)?(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}|\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{2,4}|\d{1,2}\.?\s+(?:de\s+)?\p{L}{3,12}\.?,?\s+(?:de\s+)?\d{4}|\p{L}{3,12}\s+\d{1,2},?\s+\d{4})/u;

/** `-----Original Message-----` and its like. */
export const DIVIDER = new RegExp(
  `^[\\s>*]*(?:[-_=—–]{2,}|<)\\s*(?:${ORIGINAL_MESSAGE})\\s*:?\\s*(?:[-_=—–]{2,}|>)?[\\s*]*$`,
  'iu',
);

/** The line that opens a forwarded mail, with or without dashes. */
export const FORWARD_OPENING = new RegExp(
  `^[\\s>*]*(?:[-_=—–]{2,}\\s*(?:${FORWARDED_MESSAGE})[\\s:]*(?:[-_=—–]{2,})?|(?:${FORWARDED_MESSAGE})\\s*:)[\\s*]*$`,
  'iu',
);

/** What a desk prints over its own mails so that answers can be cut there. */
export const REPLY_ABOVE =
  /^[^\p{L}]{0,20}(?:please )?(?:type your reply|reply|write|respond|répondre|répondez|merci de répondre|veuillez répondre|antworten sie|bitte antworten|responda|responde)(?: \p{L}{1,12}){0,3} (?:above|au-dessus|oberhalb|über|por encima|encima|acima)(?: .{0,40})?$/iu;

/** Words that only point at the forwarded mail below them. */
export const POINTER =
  /^(?:fyi|fyr|for (?:your )?info(?:rmation)?|see below|please see below|as discussed|pour info(?:rmation)?|pi|voir ci-dessous|cf\.? ci-dessous|à traiter|zur (?:info|information|kenntnis)|z\.? ?k\.?|siehe unten|para (?:tu|su) información|ver abajo|per conoscenza|vedi sotto|ter info(?:rmatie)?|til info(?:rmation)?|för kännedom)[\s.!:,…]*$/iu;
