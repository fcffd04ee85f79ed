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

/** East Asian programs put verb and colon without a blank. */
export const WROTE_END_CJK = /(?:写道|寫道|写入|のメッセージ|wrote|書きました|님이 작성)\s*[:：]\s*$/u;

/** A person speaking of their own words is no program. */
export const OWN_WORDS =
  /(?:\bI|\bwe|\bje|j'ai|nous|\bich|\bwir|\byo|\bich habe)\s+(?:wrote|a écrit|avons écrit|schrieb|escribí)\s*:?\s*$|j['’]ai\s+écrit/iu;

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
