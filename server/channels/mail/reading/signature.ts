// Where a person's words end and what their program or they themselves put under every mail begins.

const MAX_LINES = 14;
const MAX_CHARS = 1200;
const LINE_CHARS = 160;

const DEVICE =
  'i ?phone|i ?pad|i ?pod|black ?berry|android|samsung|galaxy|huawei|xiaomi|nokia|htc|lg|sony|pixel|oneplus|windows|outlook|mobile?|mobil\\p{L}*|phone|smartphone|cell|handy|handheld|tablet\\p{L}*|t[ée]l[ée]phone|portable|mail(?:box)?|yahoo|gmail|airmail|proton\\p{L}*|device|k-9|thunderbird|spark|alcatel\\p{L}*|ti-\\d+|verizon|orange|mac ?book|imac|laptop|m[óo]vil|celular|telefon\\p{L}*|apple|watch|bluemail|aol|icloud|hotmail|canary|superhuman|newton|zoho';

const CLOSING =
  '(?:[,.!]?\\s*(?:please|pl[sz]|excuse|pardon|sorry|apolog|brevity|typo|désolé|merci d.excuser|entschuldig).{0,80})?';
const TAIL = `(?:[\\s\\p{L}\\d'’&+/-]{0,40})${CLOSING}[.!]?\\s*(?:[<(\\[]?https?:.{0,120})?[\\s)>\\]]*`;

/** `Sent from my iPhone` in the languages of phones; one line, bounded, so linear (S11). */
const MOBILE = [
  `sent\\s+(?:from|via|with|by|using|through)\\s+(?:my\\s+|a\\s+|an\\s+|the\\s+)?\\[?(?:[\\p{L}\\d'’]+\\s+){0,4}?(?:${DEVICE})\\b\\]?(?:\\([^)]{0,120}\\))?${TAIL}`,
  `from\\s+my\\s+(?:[\\p{L}\\d]+\\s+){0,2}(?:${DEVICE})\\b[\\s\\p{L}\\d]{0,20}`,
  `\\S{1,30}(?: \\S{1,30})?\\s+from\\s+(?:my\\s+)?(?:mobile|phone|iphone|ipad)`,
  `this (?:e-?mail|message) was sent (?:from|by|using) .{0,40}(?:${DEVICE})${TAIL}`,
  `get\\s+\\[?(?:outlook|the app|yahoo|bluemail|spark|proton).{0,160}`,
  `(?:télécharge[rz]|obtenez|hol(?:en sie sich|e dir)?|obtén|obtener|obter|scarica|ottieni|download|hämta|pobierz)\\s+\\[?(?:outlook|bluemail|yahoo).{0,160}`,
  `(?:envoyé|provenance|expédié|écrit)\\s+(?:depuis|de|à partir de|par|avec|via)\\s+(?:mon|ma|l['’]|le|la|un|une|courrier|yahoo|outlook|gmail|proton|bluemail|sfr|orange|free|sosh|windows)?.{0,60}`,
  `(?:von|vom)\\s+(?:meinem?r?|unterwegs).{0,60}(?:gesendet|geschickt|gesandt|verschickt|geschrieben).{0,20}`,
  `(?:diese\\s+(?:nachricht|e-?mail|mail)\\s+wurde\\s+)?(?:gesendet|gesandt|verschickt|von)\\s+(?:von|mit|aus|über|meinem|mobil).{0,80}`,
  `diese\\s+(?:nachricht|e-?mail|mail)\\s+wurde\\s+von\\s+mein.{0,80}`,
  `enviado\\s+(?:desde|do|de|da|a partir|por|pelo|com|através).{0,80}`,
  `inviato\\s+(?:da|dal|dall|con).{0,80}`,
  `(?:verzonden|verstuurd)\\s+(?:vanaf|van|met|via|mijn).{0,80}`,
  `(?:sendt|skickat|lähetetty|wysłan[eo]|odesláno|odoslané|отправлено|надіслано|küldve|trimis)\\s+(?:fra|från|min|med|z|ze|из|с|з|din|de pe|iphonesta|puhelimesta|mój).{0,80}`,
  `(?:iphone|ipad|android)\\p{L}*(?:ről|ben)? (?:küldve|gönderildi|lähetetty)`,
  `.{0,20}i(?:Phone|Pad).{0,10}(?:傳送|发送|發送|送信|보냄|에서 보냄|gönderildi).{0,20}`,
  `(?:发自|發自|從).{0,40}(?:iPhone|iPad|手机|傳送|邮箱)?`,
];

const MOBILE_LINE = new RegExp(`^[\\s<(*_-]{0,6}(?:${MOBILE.join('|')})[\\s>)*_.]{0,6}$`, 'iu');

/** Free mail services' and virus scanners' advertising. */
const ADVERT =
  /^(?:(?:this e-?mail|ce (?:courrier|message|mail)|diese e-?mail) .{0,60}(?:virus|avast|viren).{0,120}|virus-?free\..{0,80}|garanti sans virus.{0,80}|www\.avast\.com.{0,80}|do you yahoo!\?.{0,40})$/iu;

/** The separators of RFC 3676, 4.3 and those that people type for it. */
const SEPARATOR = /^(?:--|—{2}|__)[\s\u00a0]*$/;
const LIST_FOOTER = /^[_-]{20,}\s*$/;

function isMobile(line: string): boolean {
  const plain = line.trim();
  return plain !== '' && plain.length <= LINE_CHARS && (MOBILE_LINE.test(plain) || ADVERT.test(plain));
}

function lastWord(lines: string[], from: number, to: number): number {
  let at = to - 1;
  while (at >= from && lines[at]!.trim() === '') at--;
  return at;
}

/** A line `-Name` under a blank one, as some people sign; no list item. */
function isDashName(lines: string[], at: number): boolean {
  return (
    /^\s?[-~]\s?\p{Lu}[\p{L}'.-]{1,20}(?: \p{Lu}[\p{L}'.-]{0,20}){0,2}\s*$/u.test(lines[at] ?? '') &&
    (lines[at - 1] ?? '').trim() === '' &&
    !lines.slice(Math.max(0, at - 6), at).some(line => /^\s*[-*•]\s/.test(line))
  );
}

const CONTACT =
  /(?:\+?\d[\d ()./-]{6,20}\d|https?:\/\/|www\.|@[\w-]{1,60}\.|skype|linkedin|^\s*(?:tel|tél|phone|fax|mob|cell)\b)/i;

/** Whether the short lines under a rule of dashes are mostly ways to reach somebody. */
function isContactCard(lines: string[], from: number, to: number): boolean {
  const words = lines.slice(from, to).filter(line => line.trim() !== '');
  if (words.length < 2 || words.some(line => line.length > 80)) return false;
  const contacts = words.filter(line => CONTACT.test(line)).length;
  return contacts >= 2 && contacts * 5 >= words.length * 2;
}

function separatorBefore(lines: string[], from: number, to: number): number {
  let chars = 0;
  let words = 0;
  for (let at = to - 1; at >= from && words <= MAX_LINES && chars <= MAX_CHARS; at--) {
    const line = lines[at]!;
    if (SEPARATOR.test(line.trim())) return at;
    if (
      LIST_FOOTER.test(line) &&
      /mailing list|liste de diffusion|listinfo|unsubscribe|désabonn|google groups/i.test(
        lines
          .slice(at, at + 6)
          .join(' ')
          .slice(0, 2000),
      )
    )
      return at;
    if (/^\s{0,3}[-_]{5,60}\s*$/.test(line) && isContactCard(lines, at + 1, to)) return at;
    chars += line.length;
    if (line.trim() !== '') words++;
  }
  return -1;
}

/**
 * Where in `lines[from, to)` the signature begins; `to` when there is none. Errs on the side of showing: a long block
 * or one that nothing marks stays with the words.
 */
export function signatureStart(lines: string[], from: number, to: number): number {
  let end = to;
  for (let round = 0; round < 6; round++) {
    const before = end;
    const separator = separatorBefore(lines, from, end);
    if (separator >= 0) end = separator;
    let last = lastWord(lines, from, end);
    while (last >= from && isMobile(lines[last]!)) {
      end = last;
      last = lastWord(lines, from, end);
    }
    if (last > from && isDashName(lines, last)) end = last;
    if (end === before) break;
  }
  return lastWord(lines, from, end) < from ? to : end;
}
